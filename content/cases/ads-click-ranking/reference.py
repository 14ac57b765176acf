"""A good answer: boosted trees over what was known at the time, trained again when the log has moved on."""

import lightgbm as lgb
import numpy as np

KNOWN = np.array([0.62, 0.85, 0.95, 1.0])
"""The share of clicks that are known after 0, 1, 2 and 3 days."""
WINDOW, ADS, CELLS = 21, 4_096, 64
EVERY = 4
SETTINGS = {"objective": "binary", "num_leaves": 15, "learning_rate": 0.1, "min_data_in_leaf": 100}


class Design:
    """Trees correct a sum of two smoothed rates: that of the ad, and that of its category among the user's segment."""

    def fit(self, log, day):
        """Train on the last three weeks; the features of a row are what was known the day before."""
        log = {name: values[log["day"] > day - WINDOW] for name, values in log.items()}
        self.day = day
        age = np.minimum(day - log["day"], 3)
        self.mean = log["click"].mean()
        self.cells = self._rates(self._cell(log), log, age)
        at = log["day"] - (day - WINDOW) - 1
        counts = np.zeros((2, WINDOW + 1, ADS))
        np.add.at(counts[0], (at + 1, log["ad"]), 1)
        np.add.at(counts[1], (at + 1, log["ad"]), log["click"] / KNOWN[age])
        shown, clicked = np.cumsum(counts, axis=1)
        features, base = self._features(log, shown[at, log["ad"]], clicked[at, log["ad"]], log["slot"])
        use = at > 2
        weight = np.where(log["click"] == 1, 1 / KNOWN[age], 1.0)
        data = lgb.Dataset(features[use], log["click"][use], weight=weight[use], init_score=base[use])
        self.model = lgb.train({**SETTINGS, "num_threads": 1, "seed": 1, "verbose": -1}, data, 40)
        self.shown, self.clicked = shown[-1], clicked[-1]
        return self

    def act(self, requests):
        """Each candidate as if it were in the first slot."""
        shape = requests["ads"].shape
        flat = {name: np.repeat(requests[name], shape[1]) for name in ("hour", "segment", "site")}
        flat |= {name: requests[name].ravel() for name in ("category", "age")}
        ads = requests["ads"].ravel()
        return self._predict(flat, ads, np.zeros(ads.size)).reshape(shape)

    def monitor(self, window):
        """Compare predictions with clicks, of days whose clicks are all known."""
        settled = window["day"] <= window["day"].max() - 3
        known = {name: values[settled] for name, values in window.items()}
        said = self._predict(known, known["ad"], known["slot"])
        ratio = known["click"].mean() / said.mean()
        return [f"clicks are {ratio:.2f} of what was predicted"] if abs(ratio - 1) > 0.15 else []

    def should_retrain(self, alarms, day):
        """Every few days, or when clicks and predictions part."""
        return day - self.day >= EVERY or bool(alarms)

    def _predict(self, columns, ads, slot):
        features, base = self._features(columns, self.shown[ads], self.clicked[ads], slot)
        return 1 / (1 + np.exp(-base - self.model.predict(features, raw_score=True, num_threads=1)))

    def _rates(self, cell, log, age):
        shown, clicked = np.bincount(cell, minlength=CELLS**2), np.bincount(cell, log["click"] / KNOWN[age], CELLS**2)
        return (clicked + 50 * self.mean) / (shown + 50)

    def _cell(self, columns):
        return columns["segment"] * CELLS + columns["category"]

    def _features(self, columns, shown, clicked, slot):
        cell = self.cells[self._cell(columns)]
        rate = np.clip((clicked + 30 * cell) / (shown + 30), 1e-4, 0.9)
        base = np.log(rate / (1 - rate))
        names = ("hour", "site", "category", "age", "segment")
        return np.column_stack([*(columns[name] for name in names), slot, rate, cell, np.log1p(shown)]), base
