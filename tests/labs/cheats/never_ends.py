# fails: offline, day [0-9]+.*CPU time
"""Searches for ever when it is trained."""

import numpy as np


class Design:
    def fit(self, log, day):
        while True:
            pass

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
