"""A search box: what people type, what they mean, what is in the news, and what must not be suggested.

A request is the first letters of a query, sometimes mistyped. The action is up to eight suggestions for each, the best
first: texts of shape (requests, 1 to 8), "" for none, and none twice. Queries are known by their exact text, such as
"home page". A text that nobody ever searches for is no fault: it takes its place in the list, and helps nobody. Who
finds their query and looks at its place takes it, and is spared the rest of the typing.

The reward is the keystrokes spared, in tens, less 0.25 for each sensitive suggestion that is looked at, as much as two
and a half keystrokes. The first place is looked at by nine in ten, each next one by 18 % fewer. Nobody says which
queries are sensitive; of 25 people who look at one, one complains, and the log holds which it was.

A third of the searches are for what is in the news: 30 queries come into it every day, and half of their traffic is
gone after two and a half days. On one day of the month there is a shock: something happens, and 25 queries have a fifth
of all searches overnight.

The lab is smaller than its case. Its 5 ms are for making the list alone; of the 100 ms of the case, phone and network
take 70, and front door and filter most of the rest. There are 12,000 queries in one language rather than 20 million in
twelve; a search asks for a list once, not at each letter; and there is far more news.
"""

from functools import cached_property
from pathlib import Path

import numpy as np

from sharpen.labs.columns import Array, Columns, Floats, Ratios
from sharpen.labs.world import BadActions, Evidence
from sharpen.labs.world import World as Base

USERS, DAYS, PLACES = 5_000, 64, 8
LONGEST_PREFIX = 6
SEEN = 0.9 * 0.82 ** np.arange(PLACES)
"""The chance that each place of the list is looked at."""
SENSITIVE, HARM, REPORTED = 60, 0.25, 0.04
TYPO = 0.12
EXPLORED = 0.05
SHOCK_DAY = 39
BURSTS, HALF_LIFE = 30, 2.5
NONE = -1
"""The number of a suggestion that is none, or no query that anybody wants."""
ALPHABET = np.array(list("abcdefghijklmnopqrstuvwxyz"))


def _read() -> tuple[Array, Floats]:
    lines = (Path(__file__).parent / "data" / "queries.csv").read_text("utf-8").splitlines()
    queries, _, counts = zip(*(line.rpartition(",") for line in lines), strict=True)
    return np.array(queries), np.array(counts, float)


class World(Base):
    """Requests hold `day`, `hour`, `user` and `prefix`. The log has a row for each search: these, the `query` that was
    submitted in the end, whether a suggestion was `picked` and at which `place` (-1 for none), and in `complaint` the
    suggestion that somebody reported, or "".
    """

    unit = "user"
    units = USERS
    per_day = 6_000
    draws = 3
    shocks = (SHOCK_DAY,)

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        rng = self.random(0)
        queries, counts = _read()
        order = np.argsort(queries)
        self.queries = queries[order]
        size = len(order)
        base = counts[order] ** 0.7 * rng.lognormal(0, 0.8, size)
        self.born = np.where(rng.random(size) < 0.25, rng.integers(1, DAYS, size), 0)
        walk = np.exp(np.cumsum(rng.normal(0, 0.05, (DAYS, size)), axis=0))
        topic, season = rng.integers(0, 8, size), rng.lognormal(0, 0.5, (7, 8))
        days = np.arange(DAYS)
        weight = base * walk * season[days[:, None] % 7, topic] * (self.born <= days[:, None])
        weight /= weight.sum(axis=1, keepdims=True)
        news = _news(rng, size, self.born)
        self.news = news > weight
        """By day, which queries are in the news: they have more than twice their usual traffic."""
        weight += news
        self.weight = weight / weight.sum(axis=1, keepdims=True)
        popular = np.argsort(-base * (self.born == 0))[:600]
        self.sensitive = np.zeros(size, bool)
        self.sensitive[rng.choice(popular, SENSITIVE, replace=False)] = True
        self.activity = rng.dirichlet(np.full(USERS, 2.0))

    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        count = int(n * (1.1 if day % 7 < 5 else 0.75))
        wanted = rng.choice(len(self.queries), count, p=self.weight[day])
        length = rng.choice(np.arange(1, LONGEST_PREFIX + 1), count, p=(0.1, 0.22, 0.26, 0.2, 0.13, 0.09))
        meant = _cut(self.queries[wanted], length)
        typed = np.where(rng.random(count) < TYPO, _mistyped(meant, length, rng), meant)
        return {
            "day": np.full(count, day),
            "hour": rng.integers(0, 24, count),
            "user": rng.choice(USERS, count, p=self.activity),
            "prefix": typed,
            "_meant": meant,
            "_wanted": wanted,
        }

    def checked(self, requests: Columns, actions: object) -> Array:
        found = np.asarray(actions)
        count = len(requests["day"])
        if found.dtype.kind != "U" or found.ndim != 2 or found.shape[0] != count or not 1 <= found.shape[1] <= PLACES:
            raise BadActions(
                f'`act` must return texts of shape ({count}, 1 to {PLACES}), "" for none; it returned {found.dtype} of '
                f"shape {found.shape}"
            )
        marks = _marks(found)
        order, known = self._marked
        number = order[np.minimum(np.searchsorted(known, marks), len(known) - 1)]
        number = np.where(self.queries[number] == found, number, NONE)
        ordered = np.sort(marks, axis=1)
        alike = ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] != 0)).any(axis=1)
        for row in np.flatnonzero(alike).tolist():  # unless different texts have one mark
            texts = [str(text) for text in found[row] if text]
            if len(set(texts)) < len(texts):
                raise BadActions(f"a suggestion comes twice: {texts}", row)
        full = np.full((count, PLACES), NONE)
        full[:, : found.shape[1]] = number
        return full

    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        place = self._place(requests, actions)
        picked = (place < PLACES) & (u[:, 0] < _chance(place))
        harmful = self._harm(actions)
        looked = u[:, 1:2] < SEEN
        complaint = harmful & looked & (u[:, 2:3] < REPORTED)
        spared = self._spared(requests)
        return {
            "reward": picked * spared - HARM * (harmful & looked).sum(axis=1),
            "picked": picked,
            "place": np.where(picked, place, -1),
            "sensitive": (harmful & looked).sum(axis=1),
            "complaint": np.where(
                complaint.any(axis=1), actions[np.arange(len(place)), complaint.argmax(axis=1)], NONE
            ),
        }

    def truth(self, requests: Columns, actions: Array) -> Floats:
        expected: Floats = _chance(self._place(requests, actions)) * self._spared(requests)
        return expected - HARM * (self._harm(actions) * SEEN).sum(axis=1)

    def best(self, requests: Columns) -> Array:
        """The most keystrokes to be spared for each prefix as it was meant, by today's popularity."""
        prefixes, at = np.unique(requests["_meant"], return_inverse=True)
        worth = self.weight[requests["day"][0]] * ~self.sensitive
        return self._suggestions(prefixes, worth)[at]

    def production(self, requests: Columns, rng: np.random.Generator) -> Array:
        """What was popular before the first day, as typed; some lists are shuffled."""
        known, table = self._frozen
        at = np.minimum(np.searchsorted(known, requests["prefix"]), len(known) - 1)
        actions = np.where((known[at] == requests["prefix"])[:, None], table[at], NONE)
        shuffled = rng.random(len(actions)) < EXPLORED
        actions[shuffled] = rng.permuted(actions[shuffled], axis=1)
        return actions

    def rows(self, requests: Columns, actions: Array, outcomes: Columns) -> Columns:
        logged = {name: requests[name] for name in ("day", "hour", "user", "prefix")}
        return {
            **logged,
            "query": self.queries[requests["_wanted"]],
            "picked": outcomes["picked"],
            "place": outcomes["place"],
            "complaint": np.where(outcomes["complaint"] == NONE, "", self.queries[outcomes["complaint"]]),
            "_meant": requests["_meant"],
            "_wanted": requests["_wanted"],
            "_reward": outcomes["reward"],
        }

    def rewards(self, rows: Columns) -> Floats:
        return rows["_reward"]

    def replay(self, rows: Columns) -> Columns:
        return {name: rows[name] for name in ("day", "hour", "user", "prefix", "_meant", "_wanted")}

    def offline(self, rows: Columns, actions: Array) -> Evidence:
        """Mean reciprocal rank of the query that was submitted, 0 where it was not suggested."""
        place = self._place(rows, actions)
        found = np.where(place < PLACES, 1 / (place + 1.0), 0.0)
        length = np.char.str_len(rows["prefix"])
        letters = np.where(length < 3, "1 or 2 letters", np.where(length < 5, "3 or 4 letters", "5 or 6 letters"))
        typed = np.where(rows["prefix"] == rows["_meant"], "as meant", "mistyped")
        slices = {
            "letters": letters,
            "typing": typed,
            "traffic": np.where(self.news[rows["day"], rows["_wanted"]], "in the news", "as usual"),
            "query": np.where(self.sensitive[rows["_wanted"]], "sensitive", "harmless"),
            "days": np.where(rows["day"] % 7 < 5, "weekdays", "weekends"),
        }
        return Evidence(found, np.ones(len(found)), rows["user"], slices)

    def told_offline(self, rows: Columns, actions: Array) -> Ratios:
        return self._told(rows, actions)

    def told_live(self, requests: Columns, actions: Array, outcomes: Columns) -> Ratios:
        """Whether the query is on the list and is taken, and what else is there: offline, a list harms nobody."""
        told = self._told(requests, actions)
        picked, ones = outcomes["picked"].astype(float), np.ones(len(actions))
        told["share of searches in which a suggestion is taken"] = (picked, ones)
        told["letters spared by a suggestion that is taken"] = (10 * picked * self._spared(requests), picked)
        return told

    def _told(self, requests: Columns, actions: Array) -> Ratios:
        ones = np.ones(len(actions))
        return {
            "share of lists that hold the query": ((self._place(requests, actions) < PLACES).astype(float), ones),
            "sensitive suggestions in 1,000 lists": (1000.0 * self._harm(actions).sum(axis=1), ones),
        }

    def _place(self, requests: Columns, actions: Array) -> Array:
        """Where the wanted query stands among the suggestions; 8 if nowhere."""
        same = actions == requests["_wanted"][:, None]
        return np.where(same.any(axis=1), same.argmax(axis=1), PLACES)

    def _harm(self, actions: Array) -> Array:
        return self.sensitive[actions] & (actions != NONE)

    def _spared(self, requests: Columns) -> Floats:
        spared: Floats = (self._lengths[requests["_wanted"]] - np.char.str_len(requests["prefix"])) / 10
        return spared

    @cached_property
    def _marked(self) -> tuple[Array, Array]:
        """The queries' numbers in the order of their marks, and those marks."""
        marks = _marks(self.queries)
        order = np.argsort(marks)
        return order, marks[order]

    @cached_property
    def _lengths(self) -> Array:
        return np.char.str_len(self.queries)

    @cached_property
    def _frozen(self) -> tuple[Array, Array]:
        every = np.concatenate([_cut(self.queries, length) for length in range(1, LONGEST_PREFIX + 1)])
        prefixes = np.unique(every)
        return prefixes, self._suggestions(prefixes, self.weight[0])

    def _suggestions(self, prefixes: Array, weight: Floats) -> Array:
        """The numbers of the eight queries of each prefix that are worth most, the best first."""
        first = np.searchsorted(self.queries, prefixes)
        many = np.searchsorted(self.queries, np.char.add(prefixes, "~")) - first
        found = np.full((len(prefixes), PLACES), NONE)
        row, before = np.repeat(np.arange(len(prefixes)), many), np.cumsum(many) - many
        query = np.arange(len(row)) + (first - before)[row]
        worth = weight[query] * (self._lengths[query] - np.char.str_len(prefixes)[row])
        row, query, worth = (part[worth > 0] for part in (row, query, worth))
        order = np.lexsort((-worth, row))
        place = np.arange(len(row)) - np.searchsorted(row, row)
        top = place < PLACES
        found[row[top], place[top]] = query[order[top]]
        return found


def _news(rng: np.random.Generator, size: int, born: Array) -> Floats:
    """What share of traffic queries get because they are in the news, by day; on the day of the shock, far more."""
    extra = np.zeros((DAYS, size))
    for day in range(DAYS):
        alive = np.flatnonzero(born <= day)
        count, share = (25, 0.016) if day == SHOCK_DAY else (BURSTS, 0.004)
        chosen = rng.choice(alive, count, replace=False)
        fading = 0.5 ** (np.arange(DAYS - day) / HALF_LIFE)
        extra[day:, chosen] += share * fading[:, None]
    return extra


def _cut(texts: Array, length: Array | int) -> Array:
    """The first letters of each text, and no space at the end."""
    letters = np.ascontiguousarray(texts).view("U1").reshape(len(texts), -1)[:, :LONGEST_PREFIX].copy()
    letters[np.arange(LONGEST_PREFIX) >= np.broadcast_to(length, len(texts))[:, None]] = ""
    return letters.view(f"U{LONGEST_PREFIX}").ravel()


def _mistyped(texts: Array, length: Array, rng: np.random.Generator) -> Array:
    """Each text with one letter, not the first, replaced; texts of one letter stay."""
    letters = np.ascontiguousarray(texts).view("U1").reshape(len(texts), -1).copy()
    at = 1 + (rng.random(len(texts)) * np.maximum(length - 1, 1)).astype(int)
    wrong = rng.choice(ALPHABET, len(texts))
    can = length > 1
    letters[np.flatnonzero(can), at[can]] = wrong[can]
    return letters.view(texts.dtype).ravel()


def _marks(texts: Array) -> Array:
    """A number of 64 bits for each text, the same for the same text; 0 for "", and hardly ever one for two."""
    pairs = max((texts.dtype.itemsize + 7) // 8, 1)
    letters = np.ascontiguousarray(texts, f"U{2 * pairs}").view(np.uint64).reshape(*texts.shape, pairs)
    marks: Array = letters @ (np.random.default_rng(0).integers(1, 1 << 62, pairs, np.uint64) * 2 + 1)
    return marks


def _chance(place: Array) -> Floats:
    return np.append(SEEN, 0.0)[place]
