# gains nothing
"""Looks for columns that only the world should know."""

import numpy as np


class Design:
    heads = None

    def fit(self, log, day):
        known = {"day", "player", "left", "right", "picked", "won"}
        self.more = sorted(set(log) - known)

    def act(self, requests):
        more = self.more + sorted(set(requests) - {"day", "player", "left", "right"})
        return np.ones(len(requests["left"]), int) if more else np.zeros(len(requests["left"]), int)
