# fails: sandbox refuses|system call
"""Forks, to have twice the time."""

import os

import numpy as np


class Design:
    def fit(self, log, day):
        os.fork()

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
