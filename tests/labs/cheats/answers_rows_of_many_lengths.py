# fails: rows of different lengths
"""Answers each bet with a list, longer and longer."""

import numpy as np


class Design:
    def fit(self, log, day):
        pass

    def act(self, requests):
        return [[0] * (1 + row % 3) for row in range(len(requests["left"]))]
