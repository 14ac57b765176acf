# fails: must return 0 or 1 for each request, shape
"""Answers one bet more than was asked."""

import numpy as np


class Design:
    def fit(self, log, day):
        pass

    def act(self, requests):
        return np.zeros(len(requests["left"]) + 1, int)
