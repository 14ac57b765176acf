"""Weighs clicks by the logged propensity as it is: a few lucky ones count a hundred times, and drown the others."""

import lightgbm as lgb
import numpy as np

WINDOW, EVERY, SETTLING = 14, 5, 3
"""Days that are learned from, days until it is trained again, and first days that only fill the counts."""
AUTHORS, MEMBERS, TOPICS = 512, 4_096, 16
LONGEST, HIDING, EXPLORED = 180.0, 2.0, 0.05
"""Seconds that count; minutes that avoiding a hide is worth, twice its price, for it costs later visits too; and the
share of visits whose last slot is given to chance."""
SETTINGS = {
    "num_leaves": 15,
    "learning_rate": 0.15,
    "min_data_in_leaf": 100,
    "num_threads": 1,
    "seed": 1,
    "verbose": -1,
}
ROUNDS = 30


class Design:
    """Trees over what was known the day before of the post, its author, and the member's taste in topics."""

    def __init__(self):
        self.seen, self.rng = None, np.random.default_rng(1)

    def fit(self, log, day):
        """Train on the last two weeks; how slots are seen is learned once, from the random orders of the history."""
        self.day = day
        log = {name: values[log["day"] > day - WINDOW] for name, values in log.items()}
        if self.seen is None:
            self.seen = examined(log)
        at = (log["day"] - (day - WINDOW) - 1)[:, None]
        looks = np.broadcast_to(self.seen, log["click"].shape)
        minutes = np.minimum(log["dwell"], LONGEST) / 60
        counts = looks, log["click"], minutes, log["hide"]
        author = running(at, log["author"], AUTHORS, counts)
        taste = running(at, cell(log), MEMBERS * TOPICS, counts[:2])
        self.author, self.taste = author[:, -1], taste[:, -1]
        self.means = self.author.sum(axis=1) / self.author[[0, 0, 1, 0]].sum(axis=1)
        features = self._features(log, author[:, at, log["author"]], taste[:, at, cell(log)])
        inverse, used = (1 / log["propensity"]).ravel(), np.repeat(at[:, 0] >= SETTLING, looks.shape[1])
        click, hide = log["click"].ravel(), log["hide"].ravel()
        self.click = trained("binary", features, click, np.where(click, inverse, 1), used)
        self.hide = trained("binary", features, hide, np.where(hide, inverse, 1), used)
        self.minutes = trained("regression", features, minutes.ravel(), None, used & (click == 1))
        return self

    def act(self, requests):
        """The minutes that each candidate is expected to be read for, less what hiding it would cost."""
        shape = requests["post"].shape
        features = self._features(requests, self.author[:, requests["author"]], self.taste[:, cell(requests)])
        click, minutes, hide = (
            model.predict(features, num_threads=1).reshape(shape) for model in (self.click, self.minutes, self.hide)
        )
        return self._explored(click * minutes - HIDING * hide)

    def should_retrain(self, alarms, day):
        """Every few days: authors come, and tastes move."""
        return day - self.day >= EVERY

    def _explored(self, scores):
        """In a few visits any candidate may get the last slot, between the fourth and the fifth score."""
        order = np.argsort(-scores, axis=1)
        lucky = np.flatnonzero(self.rng.random(len(scores)) < EXPLORED)
        ends = np.take_along_axis(scores[lucky], order[lucky, 3:5], 1).mean(axis=1)
        chosen = (
            order[lucky, self.rng.integers(4, scores.shape[1], len(lucky))] if scores.shape[1] > 4 else order[lucky, -1]
        )
        scores[lucky, chosen] = ends
        return scores

    def _features(self, columns, author, taste):
        looks, clicks, minutes, hides = author
        _, click, minute, hide = self.means
        opened, read = (clicks + 20 * click) / (looks + 20), (minutes + 10 * minute) / (clicks + 10)
        hidden, liked = (hides + 50 * hide) / (looks + 50), (taste[1] + 4 * click) / (taste[0] + 4)
        pace = columns["opens"] / (columns["age"] + 6)
        named = [columns[name] for name in ("age", "followed", "format", "topic", "opens")]
        return np.column_stack([values.ravel() for values in (*named, pace, opened, read, hidden, liked)])


def examined(log):
    """How much each slot is seen, relative to the first: clicks where chance decided what is shown."""
    chance = (log["propensity"] < 0.5).any(axis=1)
    rate = log["click"][chance].mean(axis=0)
    return rate / rate[0]


def cell(columns):
    """The number of each pair of a member and a topic."""
    return columns["member"][:, None] * TOPICS + columns["topic"]


def running(at, key, size, values):
    """Sums by key of what was logged before each day, for each of several values: (values, days + 1, keys)."""
    where = ((at + 1) * size + key).ravel()
    sums = [np.bincount(where, each.ravel(), (WINDOW + 1) * size).reshape(-1, size) for each in values]
    return np.cumsum(sums, axis=1)


def trained(objective, features, label, weight, used):
    """A model of the rows that are used."""
    data = lgb.Dataset(features[used], label[used], weight=weight[used] if weight is not None else None)
    return lgb.train({**SETTINGS, "objective": objective}, data, ROUNDS)
