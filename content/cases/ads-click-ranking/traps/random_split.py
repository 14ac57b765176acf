"""Chooses by a random split: the same users and ads are on both sides of it, and what it memorized looks like skill."""

import lightgbm as lgb
import numpy as np

BASE = {"objective": "binary", "num_threads": 1, "seed": 1, "verbose": -1}
SETTINGS = (
    {"num_leaves": 15, "learning_rate": 0.1, "min_data_in_leaf": 100},
    {"num_leaves": 255, "learning_rate": 0.2, "min_data_in_leaf": 5},
)


class Design:
    """Trees over raw identifiers."""

    def fit(self, log, day):
        self.day = day
        log = {name: values[log["day"] > day - 21] for name, values in log.items()}
        first = np.random.default_rng(0).random(len(log["day"])) < 0.8
        features, click = self._features(log), log["click"]
        tried = []
        for settings in SETTINGS:
            model = lgb.train({**BASE, **settings}, lgb.Dataset(features[first], click[first]), 80)
            tried.append((self._entropy(model.predict(features[~first], num_threads=1), click[~first]), model))
        self.own, self.model = min(tried, key=lambda pair: pair[0])
        return self

    def act(self, requests):
        shape = requests["ads"].shape
        flat = {name: np.repeat(requests[name], shape[1]) for name in ("user", "segment", "hour", "day")}
        flat |= {"ad": requests["ads"].ravel(), "category": requests["category"].ravel()}
        return self.model.predict(self._features(flat), num_threads=1).reshape(shape)

    def estimate(self, log, day):
        """What the random split said."""
        return self.own

    def should_retrain(self, alarms, day):
        return day - self.day >= 4

    def _entropy(self, said, click):
        said, mean = np.clip(said, 1e-9, 1 - 1e-9), click.mean()
        loss = -np.mean(click * np.log(said) + (1 - click) * np.log(1 - said))
        return loss / -(mean * np.log(mean) + (1 - mean) * np.log(1 - mean))

    def _features(self, columns):
        return np.column_stack([columns[name] for name in ("ad", "user", "segment", "category", "hour", "day")])
