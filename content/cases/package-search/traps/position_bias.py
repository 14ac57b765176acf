"""Learns from clicks as they are: it takes the first rank's advantage for quality, and a loud description for an answer."""

from itertools import pairwise
from zlib import crc32

import lightgbm as lgb
import numpy as np
from scipy.sparse import csr_array

SHOWN, CANDIDATES, CHUNK = 10, 20, 256
SETTINGS = {"objective": "binary", "num_leaves": 15, "learning_rate": 0.12, "min_data_in_leaf": 60}


class Design:
    """Production's index; its scores and click rates, not corrected, are what the trees see."""

    def catalog(self, columns):
        texts = zip(columns["name"], columns["short"], columns["long"], strict=True)
        words = [" ".join(parts).lower().split() for parts in texts]
        self.number, self.documents = {}, len(words)
        flat = [self.number.setdefault(word, len(self.number)) for text in words for word in text]
        length = np.array([len(text) for text in words])
        row = np.repeat(np.arange(len(words)), length)
        counts = csr_array((np.ones(len(flat)), (row, flat)), shape=(len(words), len(self.number)))
        counts.sum_duplicates()
        frequency = np.bincount(counts.indices, minlength=len(self.number))
        rarity = np.log1p((len(words) - frequency + 0.5) / (frequency + 0.5))
        scale = np.repeat(1.2 * (0.25 + 0.75 * length / length.mean()), np.diff(counts.indptr))
        counts.data *= rarity[counts.indices] / (counts.data + scale)
        self.index = csr_array(counts.T.tocsr(), dtype=np.float32)

    def fit(self, log, day):
        self.day = day
        recent = log["day"] > day - 14
        self._count({name: values[~recent] for name, values in log.items()})
        part = {name: values[recent] for name, values in log.items()}
        request, at = np.nonzero(part["shown"] >= 0)
        features = self._features(part["query"], self._scores(part["query"]), request, part["shown"][request, at])
        data = lgb.Dataset(features, part["click"][request, at])
        self.model = lgb.train({**SETTINGS, "num_threads": 1, "seed": 1, "verbose": -1}, data, 60)
        self._count(log)
        return self

    def act(self, requests):
        queries = requests["query"]
        starts = range(0, len(queries), CHUNK)
        chunks = [self._ranked(queries[start : start + CHUNK]) for start in starts]
        return np.concatenate(chunks or [np.zeros((0, SHOWN), int)])

    def should_retrain(self, alarms, day):
        return day - self.day >= 4

    def _ranked(self, queries):
        scores = self._scores(queries)
        dense = scores.toarray()
        top = np.argpartition(-dense, CANDIDATES, axis=1)[:, :CANDIDATES]
        request, at = np.nonzero(np.take_along_axis(dense, top, 1) > 0)
        best, shown = np.full((len(top), SHOWN), -1), top[request, at]
        if len(request):
            said = self.model.predict(self._features(queries, scores, request, shown), num_threads=1)
            order = np.lexsort((-said, request))
            request, shown = request[order], shown[order]
            rank = np.arange(len(request)) - np.searchsorted(request, request)
            best[request[rank < SHOWN], rank[rank < SHOWN]] = shown[rank < SHOWN]
        return best

    def _scores(self, queries):
        texts = [[self.number[word] for word in set(text.lower().split()) if word in self.number] for text in queries]
        ends, flat = np.cumsum([0, *map(len, texts)]), np.array([word for text in texts for word in text], dtype=int)
        asked = csr_array((np.ones(len(flat), np.float32), flat, ends), shape=(len(texts), len(self.number)))
        return csr_array(asked @ self.index)

    def _count(self, log):
        """How often each document, and each for a query, was clicked on of the times it was shown, wherever."""
        request, at = np.nonzero(log["shown"] >= 0)
        shown, click = log["shown"][request, at].astype(int), log["click"][request, at]
        self.rate = (np.bincount(shown, click, self.documents) + 0.7) / (
            np.bincount(shown, minlength=self.documents) + 10
        )
        pairs, back = np.unique(self._pairs(log["query"], request, shown), return_inverse=True)
        self.pairs = np.append(-1, pairs)
        self.pair_rate = np.append(np.nan, (np.bincount(back, click) + 0.14) / (np.bincount(back) + 2))

    def _pairs(self, queries, request, shown):
        keys = np.array([crc32(query.encode()) for query in queries.tolist()], dtype=np.int64)
        return keys[request] << 16 | shown

    def _features(self, queries, scores, request, shown):
        score = np.asarray(scores[request, shown]).ravel()
        most = scores.max(axis=1).toarray().ravel()[request]
        pairs = self._pairs(queries, request, shown)
        at = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        known = np.where(self.pairs[at] == pairs, self.pair_rate[at], np.nan)
        rank = np.minimum(self._ranks(scores, request, score), CANDIDATES)
        return np.column_stack([rank, score, score / np.maximum(most, 1e-6), self.rate[shown], known])

    def _ranks(self, scores, request, score):
        """How many documents production's score puts before each."""
        ordered = [np.sort(-scores.data[start:stop]) for start, stop in pairwise(scores.indptr)]
        return np.array([np.searchsorted(ordered[row], -one) for row, one in zip(request, score, strict=True)])
