"""Search over Debian's packages: what people look for, which words they use, and what they click on and keep.

A request is a query of a person in a role. The action is ten documents, best first, -1 where there are fewer. People
examine the list from the top, and lower ranks less; they click on what looks right, and stay with what is. The reward
is the number of results they stay with.

The documents and their dependencies are real; people, intents and clicks are made.

The lab is smaller than its case: 8,000 packages rather than two million, and its 10 ms are for ranking alone. That
somebody stayed is known at once, nobody installs, and there are neither scripts nor copies of popular names; what
people want does not depend on what they were shown before.
"""

import json
import lzma
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from sharpen.labs.columns import Array, Columns, Floats, Ratios
from sharpen.labs.world import BadActions, Evidence
from sharpen.labs.world import World as Base

DATA = Path(__file__).parent / "data"
USERS, ROLES, SHOWN, DAYS = 3_000, 5, 10, 60
EXAMINED = 1 / np.arange(1, SHOWN + 1) ** 0.8
"""The share of people who look at each rank."""
FIRST = "stays per click on the first result"
EXPLORED, DEPTH = 0.15, 20
"""Production shuffles the best `DEPTH` for this share of the requests, and shows ten of them."""
TARGET, NAME, NOTHING = 0, 1, 2
KINDS = (0.68, 0.27, 0.05)
"""What people want: something described, something named, something that is not there."""
HABITS, POOL, LONGEST = 2, 14, 4
REPEATED = 0.6
"""The share of queries that are asked in one of a few usual ways."""
MISTYPED, REPHRASED = 0.12, 0.4
LATE = 0.15
"""The share of documents that are published during the days simulated."""
SHOCK_DAY = 39
SURGING = ("games", "sound", "graphics", "science", "net", "admin")
ABSENT = ["photoshop", "whatsapp", "minecraft", "autocad", "itunes", "fortnite", "onenote", "icloud", "illustrator"]
SYNONYMS = {
    "image": "picture", "images": "photos", "video": "movie", "audio": "sound", "mail": "email", "editor": "notepad",
    "game": "play", "display": "show", "tool": "program", "utility": "app", "fast": "quick", "lightweight": "small",
    "browser": "internet", "music": "songs", "file": "document", "files": "documents", "network": "lan",
    "monitor": "watch", "convert": "change", "converter": "transform", "remove": "delete", "terminal": "console",
    "plotting": "charts", "plot": "graph", "encryption": "secret", "password": "login", "client": "app",
    "backup": "save", "archive": "zip", "calculator": "maths", "dictionary": "words", "puzzle": "brainteaser",
    "sequence": "dna", "molecular": "chemistry", "simulator": "simulation", "player": "listen", "manager": "organizer",
    "viewer": "look", "download": "get", "clock": "time", "calendar": "dates", "parser": "reader", "logging": "logs",
}  # fmt: skip
"""What people say instead of a word of the documents, some of the time."""


@dataclass(frozen=True)
class Packages:
    """The documents that ship with the lab, and what follows from them for every seed."""

    texts: Columns
    section: Array
    """By document, the number of its section."""
    depends: Array
    pagerank: Floats
    similar: Array
    gain: Floats
    """By document and similar document, how much of what was wanted that one is, from 0 to 1."""
    words: Array
    """What people may say, "" last."""
    synonyms: Array
    index: dict[str, int]
    """Production's words and their numbers: what stands between spaces."""
    impact: csr_array
    """BM25's weight of a word in a document: shape (words, documents)."""
    pool: Array
    """By document, words that people take from it: shape (documents, POOL), -1 where there are fewer."""
    weight: Floats


class World(Base):
    """The world of one seed. Documents are numbered in the order of their publication."""

    unit = "user"
    units = USERS
    history = 28
    per_day = 1_200
    draws = 2 * SHOWN
    shocks = (SHOCK_DAY,)

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        rng, packages = self.random(0), packages_of()
        count = len(packages.pagerank)
        born = np.where(rng.random(count) < LATE, rng.integers(1, DAYS, count), 0)
        self.document = np.lexsort((rng.random(count), born))
        """By number, the row among the packages."""
        self.number = np.argsort(self.document)
        self.born = born[self.document]
        self.section = packages.section[self.document]
        rank = np.log(packages.pagerank[self.document])
        rank = np.minimum((rank - rank.mean()) / rank.std(), 4)
        self.popularity = 0.3 * rank + rng.normal(0, 1.4, count)
        self.bait = rng.beta(0.5, 1.5, count)
        promised = 0.5 * self.popularity + rng.normal(0, 1.4, count) + 1.0
        self.quality = 1 / (1 + np.exp(4.0 * self.bait - promised))  # who promises most keeps least
        sections = int(self.section.max()) + 1
        walk = np.cumsum(rng.normal(0, 0.06, (DAYS, ROLES, sections)), axis=0)
        self.taste = rng.normal(0, 1.2, (ROLES, sections)) + walk
        names = packages.texts["section"][self.document]
        surging = self.section[np.argmax(names == rng.choice(SURGING))]
        self.taste[SHOCK_DAY:, :, surging] += 2.5 * np.exp(-np.arange(DAYS - SHOCK_DAY) / 12)[:, None]
        self.role = rng.integers(0, ROLES, USERS)
        self.activity = rng.lognormal(0, 0.7, USERS)
        self.first_day = np.where(rng.random(USERS) < 0.3, rng.integers(0, DAYS, USERS), 0)
        self.habit = rng.random((HABITS, count, POOL + LONGEST + 1))
        """By usual way and document, the random numbers of which its query is made."""
        self.ranked: dict[int, Array] = {}
        """By day of the history, what production ranked before it shuffled."""

    def published(self, day: int) -> int:
        """How many documents there are by the end of a day."""
        return int(np.searchsorted(self.born, day, side="right"))

    def catalog(self, upto: int) -> Columns:
        packages, rows = packages_of(), self.document[: self.published(upto)]
        depends = packages.depends[rows]
        named = np.where(depends >= 0, self.number[depends], -1)
        return {
            "document": np.arange(len(rows)),
            **{name: packages.texts[name][rows] for name in ("name", "section", "short", "long")},
            "born": self.born[: len(rows)],
            "depends": np.where(named < len(rows), named, -1),
            "pagerank": packages.pagerank[rows],
        }

    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        count = int(n * (1.1 if day % 7 < 5 else 0.75))
        activity = self.activity * (self.first_day <= day)
        user = rng.choice(USERS, count, p=activity / activity.sum())
        target = self._wanted(day, self.role[user], rng)
        kind = rng.choice(3, count, p=KINDS)
        return {
            "day": np.full(count, day),
            "user": user,
            "role": self.role[user],
            "query": self._asked(target, kind, rng),
            "request": self._sealed(target, kind, rng.integers(0, 1 << 32, count)),
        }

    def checked(self, requests: Columns, actions: object) -> Array:
        found, wanted = np.asarray(actions), (len(requests["query"]), SHOWN)
        if found.shape != wanted or found.dtype.kind not in "iu":
            raise BadActions(
                f"`act` must return whole numbers of shape {wanted}, ten documents for each request; it returned "
                f"{found.dtype} of shape {found.shape}"
            )
        found = found.astype(np.int64)
        there = np.searchsorted(self.born, requests["day"], side="right")[:, None]
        bad = ((found < -1) | (found >= there)).any(axis=1)
        if bad.any():
            row = int(np.argmax(bad))
            raise BadActions(
                f"documents are numbered from 0 to {there[row, 0] - 1} that day, and -1 stands for none; got "
                f"{found[row].tolist()}",
                row,
            )
        ordered = np.sort(found, axis=1)
        twice = ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)).any(axis=1)
        if twice.any():
            row = int(np.argmax(twice))
            raise BadActions(f"a document may be shown once in an answer; got {found[row].tolist()}", row)
        return found

    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        click, stay = self._chances(requests, actions)
        clicked = u[:, :SHOWN] < click * EXAMINED
        stayed = clicked & (u[:, SHOWN:] < stay)
        return {
            "reward": stayed.sum(axis=1),
            "returns": (clicked & ~stayed).sum(axis=1),
            "abandoned": ~stayed.any(axis=1),
            "click": clicked,
            "stay": stayed,
        }

    def truth(self, requests: Columns, actions: Array) -> Floats:
        click, stay = self._chances(requests, actions)
        expected: Floats = (click * stay * EXAMINED).sum(axis=1)
        return expected

    def best(self, requests: Columns) -> Array:
        target, _ = self._opened(requests["request"])
        wanted = np.concatenate([target[:, None], self.number[packages_of().similar[self.document[target]]]], axis=1)
        wanted = np.where(self.born[wanted] <= requests["day"][:, None], wanted, -1)
        click, stay = self._chances(requests, wanted)
        order = np.argsort(-click * stay, axis=1, kind="stable")[:, :SHOWN]
        return np.take_along_axis(wanted, order, 1)

    def rows(self, requests: Columns, actions: Array, outcomes: Columns) -> Columns:
        return {
            **requests,
            "shown": actions.astype(np.int16),
            "click": outcomes["click"].astype(np.int8),
            "stay": outcomes["stay"].astype(np.int8),
            "propensity": self._propensity(requests, actions).astype(np.float32),
        }

    def rewards(self, rows: Columns) -> Floats:
        earned: Floats = rows["stay"].sum(axis=1).astype(float)
        return earned

    def production(self, requests: Columns, rng: np.random.Generator) -> Array:
        """BM25 over name and descriptions; for some requests the best are shuffled."""
        day, count = int(requests["day"][0]), len(requests["query"])
        ranked = self._by_words(requests["query"], self.published(day))
        self.ranked[day] = ranked
        order = rng.random(ranked.shape) + 9 * (ranked < 0)  # what is not there comes last
        order = np.where((rng.random(count) < EXPLORED)[:, None], order, np.arange(DEPTH))
        return np.take_along_axis(ranked, np.argsort(order, axis=1)[:, :SHOWN], 1)

    def replay(self, rows: Columns) -> Columns:
        return {name: rows[name] for name in ("day", "user", "role", "query", "request")}

    def offline(self, rows: Columns, actions: Array) -> Evidence:
        """The mean reciprocal rank of the first result that was clicked on, over requests that had a click."""
        clicked = np.where(rows["click"] == 1, rows["shown"], -2)
        hit = (actions[:, :, None] == clicked[:, None, :]).any(axis=2)
        reciprocal = np.where(hit.any(axis=1), 1 / (1 + np.argmax(hit, axis=1)), 0.0)
        answered, stayed = (rows["click"] == 1).any(axis=1), (rows["stay"] == 1).any(axis=1)
        shuffled = ((rows["propensity"] < 0.5) & (rows["shown"] >= 0)).any(axis=1)
        slices = {
            "list": np.where(shuffled, "shuffled", "as ranked"),
            "end": np.where(stayed, "stayed", "came back"),
            "query": np.where(np.char.count(rows["query"], " ") == 0, "one word", "several words"),
        }
        return Evidence(reciprocal * answered, answered.astype(float), rows["user"], slices)

    def told_offline(self, rows: Columns, actions: Array) -> Ratios:
        """Of the result that the design would put first, where the log has shown it."""
        first = (rows["shown"] == actions[:, :1]) & (actions[:, :1] >= 0)
        click, stay = (((rows[name] == 1) & first).any(axis=1).astype(float) for name in ("click", "stay"))
        return {FIRST: (stay, click)}

    def told_live(self, requests: Columns, actions: Array, outcomes: Columns) -> Ratios:
        """Whether those who click stay: what is clicked for its name alone, they come back from."""
        click, stay = outcomes["click"].astype(float), outcomes["stay"].astype(float)
        ones = np.ones(len(actions))
        return {
            FIRST: (stay[:, 0], click[:, 0]),
            "stays per click": (stay.sum(axis=1), click.sum(axis=1)),
            "clicks per search": (click.sum(axis=1), ones),
            "share of searches without a result": ((actions < 0).all(axis=1).astype(float), ones),
        }

    def _wanted(self, day: int, role: Array, rng: np.random.Generator) -> Array:
        """What people of these roles look for on a day."""
        there = self.published(day)
        fresh = 1.5 * np.exp(-(day - self.born[:there]) / 5) * (self.born[:there] > 0)
        weekend = 0.6 * (day % 7 >= 5) * (packages_of().texts["section"][self.document[:there]] == "games")
        target = np.zeros(len(role), np.int64)
        for each in range(ROLES):
            weight = np.exp(self.popularity[:there] + self.taste[day, each, self.section[:there]] + fresh + weekend)
            its = np.flatnonzero(role == each)
            target[its] = np.searchsorted(np.cumsum(weight) / weight.sum(), rng.random(len(its)), side="right")
        return np.minimum(target, there - 1)

    def _asked(self, target: Array, kind: Array, rng: np.random.Generator) -> Array:
        """The words of queries."""
        packages, row = packages_of(), self.document[target]
        count = len(target)
        u = rng.random((count, self.habit.shape[2]))
        way, usual = rng.integers(0, HABITS, count), rng.random(count) < REPEATED
        u[usual] = self.habit[way[usual], target[usual]]
        race = -np.log1p(-u[:, :POOL]) / packages.weight[row]
        picked = np.take_along_axis(packages.pool[row], np.argsort(race, axis=1)[:, :LONGEST], 1)
        words = packages.words[picked]
        other = packages.synonyms[picked]
        words = np.where((u[:, POOL : POOL + LONGEST] < REPHRASED) & (other != ""), other, words)
        length = 1 + np.searchsorted((0.15, 0.55, 0.85), u[:, -1])
        words = np.where((np.arange(LONGEST) < length[:, None]) & (picked >= 0), words, "")
        described = words[:, 0]
        for each in words.T[1:]:
            described = np.strings.add(np.strings.add(described, " "), each)
        name = packages.texts["name"][row]
        name = np.where(u[:, 0] < 0.3, np.strings.replace(name, "-", " "), name)
        nothing = np.where(u[:, 0] < 0.2, "", rng.choice(ABSENT, count))
        text = np.where(kind == NAME, name, np.where(kind == NOTHING, nothing, np.strings.strip(described)))
        wrong = rng.random(count) < MISTYPED * np.where(kind == NAME, 2, 1)
        return np.where(wrong, _mistyped(text, rng), text).astype("U64")

    def _sealed(self, target: Array, kind: Array, nonce: Array) -> Array:
        """Numbers of requests, from which only this world can tell what was meant."""
        return nonce << 16 | (target << 2 | kind) ^ self._mask(nonce)

    def _opened(self, request: Array) -> tuple[Array, Array]:
        """The target and the kind of intent behind requests."""
        content = (request & 0xFFFF) ^ self._mask(request >> 16)
        return content >> 2, content & 3

    def _mask(self, nonce: Array) -> Array:
        """Sixteen bits that look random without the seed: the finalizer of SplitMix64."""
        mixed = nonce.astype(np.uint64) + np.uint64((self.seed + 7) * 0x9E3779B97F4A7C15 % (1 << 64))
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
        return (mixed >> np.uint64(48)).astype(np.int64)

    def _chances(self, requests: Columns, actions: Array) -> tuple[Floats, Floats]:
        """The chance of a click on what was examined, and of staying after one; shapes of `actions`."""
        packages = packages_of()
        target, kind = self._opened(requests["request"])
        row = self.document[target]
        shown = np.where(actions >= 0, self.document[actions], -1)
        gain = np.zeros(actions.shape)
        for similar, share in zip(packages.similar[row].T, packages.gain[row].T, strict=True):
            gain = np.where(shown == similar[:, None], share[:, None], gain)
        gain *= np.where(kind == TARGET, 1.0, 0.3)[:, None]
        gain = np.where(shown == row[:, None], 1.0, gain) * (kind != NOTHING)[:, None]
        click = np.maximum(0.8 * gain, 0.9 * self.bait[actions]) * (actions >= 0)
        stay = np.where(gain > 0, 0.1 + 0.9 * self.quality[actions], 0.0) * np.sqrt(gain)
        return click, stay

    def _propensity(self, requests: Columns, actions: Array) -> Floats:
        """The chance that each document got its rank: below 1 in the history, where some lists were shuffled."""
        ranked = self.ranked.get(int(requests["day"][0]))
        if ranked is None or requests["day"][0] >= self.history:
            return np.where(actions >= 0, 1.0, 0.0)
        many = np.maximum((ranked >= 0).sum(axis=1), 1)[:, None]
        chance = (1 - EXPLORED) * (actions == ranked[:, :SHOWN]) + EXPLORED / many
        return np.where(actions >= 0, chance, 0.0)

    def _by_words(self, queries: Array, there: int) -> Array:
        """BM25's best `DEPTH` of the published documents for each query, -1 where fewer hold a word of it."""
        packages = packages_of()
        asked, back = np.unique(queries, return_inverse=True)
        found = [
            [word for word in dict.fromkeys(text.lower().split()) if word in packages.index] for text in asked.tolist()
        ]
        at = np.concatenate([[0], np.cumsum([len(words) for words in found])])
        numbers = np.array([packages.index[word] for words in found for word in words], np.int64)
        wanted = csr_array(
            (np.ones(len(numbers), np.float32), numbers, at), shape=(len(asked), packages.impact.shape[0])
        )
        scores = wanted @ packages.impact
        row = np.repeat(np.arange(len(asked)), np.diff(scores.indptr))
        number = self.number[scores.indices]
        known = number < there
        row, number, score = row[known], number[known], scores.data[known]
        order = np.argsort(row * 1e3 - score, kind="stable")
        row, number = row[order], number[order]
        rank = np.arange(len(row)) - np.searchsorted(row, row)
        best = np.full((len(asked), DEPTH), -1)
        best[row[rank < DEPTH], rank[rank < DEPTH]] = number[rank < DEPTH]
        return best[back]


@cache
def packages_of() -> Packages:
    """The packages that ship with this lab."""
    told = json.loads(lzma.decompress((DATA / "packages.json.xz").read_bytes()))
    with np.load(DATA / "similar.npz") as similar:
        which, cosine = similar["which"].astype(np.int64), similar["cosine"] / 255
    texts = {name: np.array(told[name]) for name in ("name", "section", "short", "long")}
    depends = np.full((len(told["name"]), max(map(len, told["depends"]))), -1)
    for row, others in enumerate(told["depends"]):
        depends[row, : len(others)] = others
    number: dict[str, int] = {}
    said = [_counted(map(_words, told[name]), number) for name in ("short", "long")]
    words = np.array([*number, ""])
    for counts in said:
        counts.resize(len(texts["name"]), len(number))
    pool, weight = _pools(csr_array(3 * said[0] + said[1]), words)
    index: dict[str, int] = {}
    whole = zip(told["name"], told["short"], told["long"], strict=True)
    impact = _impact(_counted((" ".join(parts).lower().split() for parts in whole), index))
    return Packages(
        texts=texts,
        section=np.unique(texts["section"], return_inverse=True)[1],
        depends=depends,
        pagerank=_pagerank(depends),
        similar=which,
        gain=np.clip((cosine - 0.05) / 0.3, 0, 0.9),
        index=index,
        impact=impact,
        words=words,
        synonyms=np.array([SYNONYMS.get(word, "") for word in words.tolist()]),
        pool=pool,
        weight=weight,
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _counted(texts: Iterable[list[str]], number: dict[str, int]) -> csr_array:
    """How often each word is in each text; words that are new get the next numbers."""
    texts = list(texts)
    flat = np.array([number.setdefault(word, len(number)) for text in texts for word in text])
    counts = csr_array((np.ones(len(flat)), flat, np.cumsum([0, *map(len, texts)])), shape=(len(texts), len(number)))
    counts.sum_duplicates()
    return counts


def _impact(counts: csr_array) -> csr_array:
    """BM25 as Lucene has it (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009); k1 1.2, b 0.75."""
    documents, words = counts.shape
    frequency = np.bincount(counts.indices, minlength=words)
    length = counts.sum(axis=1)
    weight = counts.copy()
    scale = 1.2 * (0.25 + 0.75 * length / length.mean())
    weight.data /= weight.data + np.repeat(scale, np.diff(counts.indptr))
    weight.data *= np.log1p((documents - frequency + 0.5) / (frequency + 0.5))[counts.indices]
    return csr_array(weight.T.tocsr(), dtype=np.float32)


def _pools(counts: csr_array, words: Array) -> tuple[Array, Floats]:
    """By document, the words that people remember of it and how likely: rarer and more frequent ones rather."""
    documents = counts.shape[0]
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    usable = (frequency < documents / 25) & (np.char.str_len(words[:-1]) > 2) & ~np.char.isdigit(words[:-1])
    row = np.repeat(np.arange(documents), np.diff(counts.indptr))
    known = np.log(1 + frequency[counts.indices])  # words of one package alone are remembered less
    weight = np.maximum(counts.data, 0.3) * known * usable[counts.indices]
    order = np.lexsort((-weight, row))
    rank = np.arange(len(row)) - counts.indptr[row]
    pool = np.full((documents, POOL), -1)
    chance = np.full((documents, POOL), 1e-9)
    order, rank = order[rank < POOL], rank[rank < POOL]
    good = weight[order] > 0
    pool[row[order[good]], rank[good]] = counts.indices[order[good]]
    chance[row[order[good]], rank[good]] = weight[order[good]]
    return pool, chance


def _pagerank(depends: Array, damping: float = 0.85) -> Floats:
    """PageRank of the graph in which a package links to those that it depends on (Page et al., 1999)."""
    count = len(depends)
    source, target = np.nonzero(depends >= 0)[0], depends[depends >= 0]
    out = np.bincount(source, minlength=count)
    links = csr_array((1 / out[source], (target, source)), shape=(count, count))
    rank: Floats = np.full(count, 1 / count)
    for _ in range(60):
        rank = (1 - damping) / count + damping * (links @ rank + rank[out == 0].sum() / count)
    return rank


LETTERS = np.array([ord(letter) for letter in "etaoinsrhldcum"], np.uint32)


def _mistyped(texts: Array, rng: np.random.Generator) -> Array:
    """Texts with one letter left out, doubled, or another in its place; those of fewer than five letters are right."""
    width = texts.dtype.itemsize // 4 + 1
    letters = np.ascontiguousarray(texts.astype(f"U{width}")).view(np.uint32).reshape(-1, width)
    length, at = (letters > 0).sum(axis=1), np.arange(width)
    place = 1 + (rng.random(len(texts)) * np.maximum(length - 1, 1)).astype(int)[:, None]
    how = rng.integers(0, 3, len(texts))[:, None]
    source = np.where(how == 0, at + (at >= place), np.where(how == 1, at - (at > place), at))
    changed = np.take_along_axis(letters, np.minimum(source, width - 1), 1)
    changed = np.where((how == 2) & (at == place), rng.choice(LETTERS, len(texts))[:, None], changed)
    wrong = np.ascontiguousarray(changed).view(f"U{width}").ravel()
    return np.where(length < 5, texts, wrong)
