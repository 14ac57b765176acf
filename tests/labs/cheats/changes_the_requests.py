# gains nothing
"""Replaces the coins of its requests by the best one, in place."""

import numpy as np


class Design:
    def fit(self, log, day):
        coin = np.where(log["picked"] == 1, log["right"], log["left"])
        rate = np.bincount(coin, log["won"], 10) / np.maximum(np.bincount(coin, minlength=10), 1)
        self.best = int(rate.argmax())

    def act(self, requests):
        requests["left"][:] = self.best
        requests["right"][:] = self.best
        return np.zeros(len(requests["left"]), int)
