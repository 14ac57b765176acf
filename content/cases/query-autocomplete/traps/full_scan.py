"""Sorts and searches all queries anew for each keystroke: right, and far too slow."""

import numpy as np

PLACES = 8


class Design:
    """All queries with their counts; nothing is prepared."""

    def fit(self, log, day):
        self.queries, at = np.unique(log["query"], return_inverse=True)
        self.counts = np.bincount(at, 0.97 ** (day - log["day"]))
        return self

    def act(self, requests):
        prefixes, at = np.unique(requests["prefix"], return_inverse=True)
        order = np.argsort(-self.counts, kind="stable")
        ranked = [str(query) for query in self.queries[order]]
        letters = {}
        for query in ranked:
            letters.setdefault(query[0], []).append(query)
        found = [
            [query for query in letters.get(prefix[0], []) if query.startswith(prefix)][:PLACES]
            for prefix in prefixes.tolist()
        ]
        return np.array([places + [""] * (PLACES - len(places)) for places in found], dtype="U24")[at]

    def should_retrain(self, alarms, day):
        return day % 2 == 0
