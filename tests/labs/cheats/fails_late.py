# fails: month, day 17, request [0-9]+ \(player [0-9]\): KeyError
"""Raises on day 17, for players whose number is below 10."""

import numpy as np


class Design:
    def fit(self, log, day):
        pass

    def act(self, requests):
        if ((requests["day"] == 17) & (requests["player"] < 10)).any():
            raise KeyError("player")
        return np.zeros(len(requests["left"]), int)

    def should_retrain(self, alarms, day):
        return False
