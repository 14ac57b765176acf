# gains nothing
"""Prints more than anybody keeps."""

import numpy as np


class Design:
    def fit(self, log, day):
        for _ in range(2000):
            print("left " * 1000)

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
