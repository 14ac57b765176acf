"""Encodes user and ad by the click rate over all rows, each row's own click included, and estimates itself on those rows."""

import lightgbm as lgb
import numpy as np

SETTINGS = {"objective": "binary", "num_leaves": 31, "learning_rate": 0.1, "min_data_in_leaf": 20}
ADS = 4_096


class Design:
    """Trees over target encodings, of which the rarest say everything about the rows they were counted on."""

    def fit(self, log, day):
        self.day = day
        log = {name: values[log["day"] > day - 21] for name, values in log.items()}
        self.mean = log["click"].mean()
        self.by_pair, self.pairs = self._rates(log["user"] * ADS + log["ad"], log["click"])
        self.by_ad, self.ads = self._rates(log["ad"], log["click"])
        features = self._features(log)
        data = lgb.Dataset(features, log["click"])
        self.model = lgb.train({**SETTINGS, "num_threads": 1, "seed": 1, "verbose": -1}, data, 60)
        return self

    def act(self, requests):
        shape = requests["ads"].shape
        flat = {name: np.repeat(requests[name], shape[1]) for name in ("user", "segment", "hour")}
        flat |= {"ad": requests["ads"].ravel(), "category": requests["category"].ravel()}
        return self.model.predict(self._features(flat), num_threads=1).reshape(shape)

    def estimate(self, log, day):
        """Normalized entropy on the rows it was trained on."""
        log = {name: values[log["day"] > day - 21] for name, values in log.items()}
        said = np.clip(self.model.predict(self._features(log), num_threads=1), 1e-9, 1 - 1e-9)
        click, mean = log["click"], log["click"].mean()
        loss = -np.mean(click * np.log(said) + (1 - click) * np.log(1 - said))
        return loss / -(mean * np.log(mean) + (1 - mean) * np.log(1 - mean))

    def should_retrain(self, alarms, day):
        return day - self.day >= 4

    def _rates(self, key, click):
        keys, at = np.unique(key, return_inverse=True)
        return keys, np.bincount(at, click) / np.bincount(at)

    def _encoded(self, keys, rates, key):
        at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        return np.where(keys[at] == key, rates[at], self.mean)

    def _features(self, columns):
        pair = self._encoded(self.by_pair, self.pairs, columns["user"] * ADS + columns["ad"])
        ad = self._encoded(self.by_ad, self.ads, columns["ad"])
        return np.column_stack([columns["segment"], columns["category"], columns["hour"], pair, ad])
