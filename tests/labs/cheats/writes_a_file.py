# fails: sandbox refuses|PermissionError
"""Keeps notes on the disk for its next run."""

import numpy as np


class Design:
    def fit(self, log, day):
        open("/tmp/notes", "w").write("left")

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
