"""A good answer: candidates by words, ranked by trees (LambdaMART) that learn from those who stayed, not who clicked.

Who stayed with a result must have examined its rank first. Shuffled lists reveal how many do, and each is counted as
many times as there are others who would have stayed and never looked; at most twice, lest few outweigh the rest.
"""

import re
from zlib import crc32

import lightgbm as lgb
import numpy as np
from scipy.sparse import csr_array

SHOWN, CANDIDATES, CHUNK = 10, 40, 256
TRAINED, EVERY, PRIOR, LARGEST, MOVED = 18, 4, 3.0, 2.0, 0.45
"""The last is above what weekends do to the index of sections wanted, and below what a surge does."""
SETTINGS = {
    "objective": "lambdarank",
    "num_leaves": 15,
    "learning_rate": 0.12,
    "min_data_in_leaf": 60,
    "num_threads": 1,
}


class Design:
    """Words of three fields and of earlier queries find candidates; trees rank them."""

    def catalog(self, columns):
        """Index names and descriptions; remember what words look like with a letter left out."""
        texts = [[*map(_split, columns[name])] for name in ("name", "short", "long")]
        words = dict.fromkeys(word for field in texts for text in field for word in text)
        self.number = {word: at for at, word in enumerate(words)}
        self.near = {form: word for word in reversed(words) for form in _shortened(word)}
        self.fields = [_index(field, self.number) for field in texts]
        self.section, self.documents = np.unique(columns["section"], return_inverse=True)[1], len(columns["document"])
        self.rank = np.log(columns["pagerank"])

    def fit(self, log, day):
        """Train on the last days with what was known before them; then count everything."""
        self.day = day
        shuffled = (log["propensity"] < 0.5).any(axis=1) & (log["shown"][:, -1] >= 0)
        rate, rank = log["stay"][shuffled].mean(axis=0), np.log(np.arange(1, SHOWN + 1))
        self.examined = np.exp(rank * np.polyfit(rank, np.log(np.maximum(rate, 1e-4)), 1, w=np.sqrt(rate))[0])
        recent = log["day"] > day - TRAINED
        self._count({name: values[~recent] for name, values in log.items()})
        part = {name: values[recent] for name, values in log.items()}
        request, at = np.nonzero(part["shown"] >= 0)
        features = self._features(part, self._asked(part["query"]), request, part["shown"][request, at].astype(int))
        stay, lists = part["stay"][request, at], np.unique(request, return_counts=True)[1]
        weight = np.where(stay == 1, np.minimum(1 / self.examined[at], LARGEST), 1.0)
        data = lgb.Dataset(features, stay, weight=weight, group=lists)
        self.model = lgb.train({**SETTINGS, "seed": 1, "verbose": -1}, data, 60)
        self._count(log)
        return self

    def act(self, requests):
        """The best forty by words, ranked anew."""
        starts = range(0, len(requests["query"]), CHUNK)
        chunks = [{name: values[start : start + CHUNK] for name, values in requests.items()} for start in starts]
        return np.concatenate([self._ranked(chunk) for chunk in chunks] or [np.zeros((0, SHOWN), int)])

    def monitor(self, window):
        """Compare what people looked for on the last day with the days before."""
        known = window["shown"] < self.documents  # whatever else serves may know newer ones
        kept, last = (window["stay"] == 1) & known, window["day"].max()
        section, day = self.section[window["shown"][kept]], np.repeat(window["day"], kept.sum(axis=1))
        counts = (np.bincount(section[which], minlength=64) + 1.0 for which in (day < last, day == last))
        old, new = (count / count.sum() for count in counts)
        index = ((new - old) * np.log(new / old)).sum()
        return [f"sections wanted have moved: stability index {index:.2f}"] if index > MOVED else []

    def should_retrain(self, alarms, day):
        """Every few days, as documents come and tastes change, or when they change at once."""
        return day - self.day >= EVERY or bool(alarms)

    def _ranked(self, requests):
        asked = self._asked(requests["query"])
        total = (asked @ self.total).toarray()
        top = np.argpartition(-total, CANDIDATES, axis=1)[:, :CANDIDATES]
        request, at = np.nonzero(np.take_along_axis(total, top, 1) > 0)
        best, shown = np.full((len(top), SHOWN), -1), top[request, at]
        if len(request):
            features = self._features(requests, asked, request, shown)
            order = np.lexsort((-self.model.predict(features, raw_score=True, num_threads=1), request))
            request, shown = request[order], shown[order]
            rank = np.arange(len(request)) - np.searchsorted(request, request)
            best[request[rank < SHOWN], rank[rank < SHOWN]] = shown[rank < SHOWN]
        return best

    def _asked(self, queries):
        """How often each word is in each query; a word that no document has is read as one that differs by a letter."""
        words = [[self._known(word) for word in dict.fromkeys(_split(query))] for query in queries.tolist()]
        return _table([[self.number[word] for word in text if word] for text in words], len(self.number))

    def _known(self, word):
        forms = [] if word in self.number else _shortened(word)
        return word if not forms else next((self.near[form] for form in forms if form in self.near), None)

    def _count(self, log):
        """What the log says of documents, of pairs of query and document, of sections, and of words that led there."""
        request, at = np.nonzero(log["shown"] >= 0)
        shown, seen = log["shown"][request, at].astype(int), self.examined[at]
        stay, click = log["stay"][request, at], log["click"][request, at]
        examined, stays, clicks = (np.bincount(shown, value, self.documents) for value in (seen, stay, click))
        self.liked = np.log((stays + PRIOR * stay.sum() / max(seen.sum(), 1)) / (examined + PRIOR))
        self.kept = (stays + 2) / (clicks + 4)
        pairs, back = np.unique(_pairs(log["query"], request, shown), return_inverse=True)
        rate = np.bincount(back, stay) / (np.bincount(back, seen) + 0.5)
        self.pairs, self.rate = np.append(-1, pairs), np.append(np.nan, rate)
        self.taste = np.log1p(np.bincount(log["role"][request] * 64 + self.section[shown], stay, 64 * 64))
        asked, led = self._asked(log["query"][request[stay == 1]]), shown[stay == 1]
        found = csr_array((1 / seen[stay == 1], (np.arange(len(led)), led)), shape=(len(led), self.documents))
        led = csr_array(asked.T @ found, dtype=np.float32)
        led.data = 2 * np.log1p(led.data)
        name, short, long = self.fields
        self.total = csr_array(1.5 * name + short + long + led)

    def _features(self, requests, asked, request, shown):
        scores = [(asked @ field) for field in (*self.fields, self.total)]
        columns = [np.asarray(score[request, shown]).ravel() for score in scores]
        most = scores[-1].max(axis=1).toarray().ravel()[request]
        pairs = _pairs(requests["query"], request, shown)
        at = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        rate = np.where(self.pairs[at] == pairs, self.rate[at], np.nan)
        taste = self.taste[requests["role"][request] * 64 + self.section[shown]]
        known = (values[shown] for values in (self.rank, self.liked, self.kept))
        return np.column_stack([*columns, columns[-1] / np.maximum(most, 1e-6), rate, taste, *known])


def _split(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def _shortened(word):
    """A word of some length, and what is left of it without one of its letters."""
    return [word, *(word[:i] + word[i + 1 :] for i in range(len(word)))] if len(word) > 3 else [word]


def _pairs(queries, request, shown):
    return np.array([crc32(query.encode()) for query in queries.tolist()], dtype=np.int64)[request] << 16 | shown


def _table(texts, words):
    ends = np.cumsum([0, *map(len, texts)])
    flat = np.array([number for text in texts for number in text], dtype=int)
    counts = csr_array((np.ones(len(flat), np.float32), flat, ends), shape=(len(texts), words))
    counts.sum_duplicates()
    return counts


def _index(texts, number):
    """BM25 of a field; shape (words, documents)."""
    counts = _table([[number[word] for word in text] for text in texts], len(number))
    frequency, length = np.bincount(counts.indices, minlength=len(number)), counts.sum(axis=1)
    rarity = np.log1p((len(texts) - frequency + 0.5) / (frequency + 0.5))
    scale = np.repeat(1.2 * (0.25 + 0.75 * length / max(length.mean(), 1)), np.diff(counts.indptr))
    counts.data *= rarity[counts.indices] / (counts.data + scale)
    return csr_array(counts.T.tocsr(), dtype=np.float32)
