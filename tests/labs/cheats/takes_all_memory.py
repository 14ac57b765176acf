# fails: memory
"""Allocates more than it may."""

import numpy as np


class Design:
    def fit(self, log, day):
        self.much = [np.ones(1 << 24) for _ in range(1000)]

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
