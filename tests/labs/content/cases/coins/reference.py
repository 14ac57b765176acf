"""Counts how often each coin landed heads, in the last days alone once somebody says that the coins were bent."""

import numpy as np


class Design:
    """A share of heads for each coin, held a little towards one half."""

    since = 0

    def fit(self, log, day):
        recent = log["day"] >= self.since
        coin = np.where(log["picked"] == 1, log["right"], log["left"])[recent]
        shown = np.bincount(coin, minlength=10)
        self.rate = (np.bincount(coin, log["won"][recent], minlength=10) + 2) / (shown + 4)
        return self

    def act(self, requests):
        return (self.rate[requests["right"]] > self.rate[requests["left"]]).astype(int)

    def estimate(self, log, day):
        """What it would win of the bets in the log, had it chosen."""
        same = self.act(log) == log["picked"]
        return float(log["won"][same].mean())

    def monitor(self, window):
        """An alarm when the last day won far less than the days before it."""
        last = window["day"].max()
        today, before = window["won"][window["day"] == last], window["won"][window["day"] < last]
        if len(before) and today.mean() < before.mean() - 3 * (0.25 / len(today)) ** 0.5:
            self.since = int(last)
            return ["fewer bets are won"]
        return []

    def should_retrain(self, alarms, day):
        """Every second day, and at once after an alarm."""
        return bool(alarms) or day % 2 == 0
