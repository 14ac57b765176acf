# is slow
"""Waiting is no work, and yet somebody waits."""

import time

import numpy as np


class Design:
    def fit(self, log, day):
        return self

    def act(self, requests):
        if len(requests["left"]) == 1:
            time.sleep(0.02)
        return np.zeros(len(requests["left"]), int)
