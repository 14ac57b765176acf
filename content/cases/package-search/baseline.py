"""What production runs today: BM25 over the words of names and descriptions, indexed again every Monday."""

from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

SHOWN = 10


class Design:
    """An index of words, and no opinion of its own."""

    def catalog(self, columns):
        """Index the documents that are published so far.

        `columns` has a row for each `document`, numbered from 0 in the order of publication: `name`, `section`,
        `short` and `long` (texts), `born` (the day of publication), `depends` (numbers of up to eight documents that
        it depends on, then -1), `pagerank` (of that graph).
        """
        texts = zip(columns["name"], columns["short"], columns["long"], strict=True)
        words = [" ".join(parts).lower().split() for parts in texts]
        self.number = {}
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
        """Nothing is learned from the log.

        It has a row for each request that was answered up to that day: `day`, `user`, `role`, `query`, `request` (a
        number without meaning), and for each rank of its list, first to last: `shown` (document, -1 for none),
        `click`, `stay` (1 if the user did not come back) and `propensity` (the chance that whatever ranked it puts
        this document there).
        """
        return self

    def act(self, requests):
        """Ten documents for each query, best first, -1 where fewer have a word of it."""
        words = [
            [self.number[word] for word in dict.fromkeys(query.lower().split()) if word in self.number]
            for query in requests["query"]
        ]
        ends = np.cumsum([0, *map(len, words)])
        flat = np.array([number for each in words for number in each], dtype=int)
        asked = csr_array((np.ones(len(flat), np.float32), flat, ends), shape=(len(words), len(self.number)))
        scores = asked @ self.index
        best = np.full((len(words), SHOWN), -1)
        for row, (start, stop) in enumerate(pairwise(scores.indptr)):
            order = np.argsort(-scores.data[start:stop], kind="stable")[:SHOWN]
            best[row, : len(order)] = scores.indices[start + order]
        return best

    def should_retrain(self, alarms, day):
        """Once a week, so that new documents are found."""
        return day % 7 == 0
