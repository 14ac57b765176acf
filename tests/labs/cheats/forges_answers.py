# fails: tampered|unreadable|must return|closed its connection|too large|larger
"""Writes to the line to its examiner by itself."""

import os

import numpy as np


class Design:
    def fit(self, log, day):
        os.write(3, b"\0" * 64)

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
