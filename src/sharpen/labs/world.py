"""The contract between a lab and its world: the hidden truth of what users, items, queries and time really do."""

import copy
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, ClassVar, Self

import numpy as np

from sharpen.labs.columns import Array, Columns, Floats, Growing, Ratios, chosen, joined


class BadActions(Exception):
    """Actions that mean nothing in this world. `row` is the number of the first request that is at fault, if one is."""

    def __init__(self, why: str, row: int | None = None) -> None:
        super().__init__(why)
        self.why, self.row = why, row


@dataclass(frozen=True)
class Evidence:
    """What logged rows say of answers to them: a metric is the sum of the numerators over that of the denominators.

    `slices` label the rows: `{"age": array(["new", "old", ...])}`. `units` group those that hang together. `within` has
    by slice the denominators that its parts are measured with, where those are not the same as of all rows together.
    """

    numerator: Floats
    denominator: Floats
    units: Array
    slices: Mapping[str, Array] = field(default_factory=dict)
    within: Mapping[str, Floats] = field(default_factory=dict)


class World(ABC):
    """One world, made by a seed. A subclass of it, named `World`, is what a lab's `world.py` defines.

    Columns whose name begins with an underscore are the world's own; a design never sees them.
    Days are numbered from 0; production ran before the design did, and its log covers `history` days. What requests
    come does not depend on what was answered; how users respond may. What the world has lived through is its
    state: attributes named in `STATE` are copied by `fork`, all others are shared and must not change.
    """

    unit: ClassVar[str] = "user"
    """The column of requests by which an experiment is randomized, whole numbers from 0."""
    units: int
    """How many of those there are."""
    history: ClassVar[int] = 28
    draws: ClassVar[int] = 1
    """Random numbers that each request's response needs."""
    maturity: ClassVar[int] = 0
    """Days until the labels of a day are all known."""
    shocks: ClassVar[tuple[int, ...]] = ()
    """Days on which the truth changes abruptly; it may drift besides."""
    STATE: ClassVar[tuple[str, ...]] = ()
    data: ClassVar[Columns | None] = None
    """What the lab's script prepared of public data that the learner has; None for the world that comes with it."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.served: list[Columns] = []
        """What was logged of each day since the history."""
        self._trail: list[bytes] = []
        self._grown, self._days = Growing(), 0

    def random(self, *purpose: int) -> np.random.Generator:
        """A stream of its own for each purpose, such as a day."""
        return np.random.default_rng([self.seed, *purpose])

    @abstractmethod
    def requests(self, day: int, n: int, rng: np.random.Generator) -> Columns:
        """About `n` requests of a day, by its season; `day` and the unit are among their columns."""

    @abstractmethod
    def checked(self, requests: Columns, actions: Any) -> Array:
        """The actions as this world takes them, of as many rows. Raises BadActions for what means nothing here."""

    @abstractmethod
    def respond(self, requests: Columns, actions: Array, u: Floats) -> Columns:
        """What users do, given uniform numbers of shape (rows, draws); `reward` is among the columns."""

    @abstractmethod
    def truth(self, requests: Columns, actions: Array) -> Floats:
        """The expected reward of each request, which only a simulator knows."""

    @abstractmethod
    def best(self, requests: Columns) -> Array:
        """The actions of somebody who knows the truth."""

    @abstractmethod
    def rows(self, requests: Columns, actions: Array, outcomes: Columns) -> Columns:
        """What production logs of answered requests; `day` is among the columns, and nothing is that it cannot know."""

    @abstractmethod
    def rewards(self, rows: Columns) -> Floats:
        """What logged rows brought in, in the unit of `reward`."""

    @abstractmethod
    def production(self, requests: Columns, rng: np.random.Generator) -> Array:
        """The actions of whatever served the history."""

    @abstractmethod
    def replay(self, rows: Columns) -> Columns:
        """Requests by which a design is asked about logged rows."""

    @abstractmethod
    def offline(self, rows: Columns, actions: Array) -> Evidence:
        """What logged rows say of a design's answers to their `replay`."""

    def told_offline(self, rows: Columns, actions: Array) -> Ratios:
        """What else logged rows say of a design's answers, beside what `told_live` says; nothing by default."""
        _ = rows, actions
        return {}

    def told_live(self, requests: Columns, actions: Array, outcomes: Columns) -> Ratios:
        """What a design's answers did: what may explain that the best offline is not the best live, such as predicted
        over actual clicks of what was shown; nothing by default."""
        _ = requests, actions, outcomes
        return {}

    def interleaved(
        self, requests: Columns, first: Array, second: Array, rng: np.random.Generator
    ) -> tuple[Array, Array] | None:
        """Actions that show one list made of two designs' rankings, and by slot whether the second put it there.

        None where an action is no ranking, as it is by default.
        """
        _ = requests, first, second, rng
        return None

    def credited(self, outcomes: Columns, owner: Array) -> Floats:
        """By request, what the second design's items of an interleaved list earned, less what the first one's did."""
        raise NotImplementedError

    def live(self, requests: Columns, actions: Array, outcomes: Columns) -> None:  # noqa: B027
        """Let what happened have its consequences, such as fatigue; by default it has none."""

    def catalog(self, upto: int) -> Columns | None:
        """What there is to choose from by the end of a day, such as documents; one row each, numbered by some column.

        A design with a method `catalog` is handed it before each `fit`. By default there is none.
        """
        _ = upto
        return None

    def arrived(self, log: Columns, upto: int) -> Columns:
        """The log as it was known at the end of a day: labels that come late are not there yet."""
        _ = upto
        return log

    def past(self) -> Columns:
        """The log of the history, which is made once; the world has lived through it then."""
        if not hasattr(self, "_past"):
            self._past = joined([self._lived(day) for day in range(self.history)])
        return self._past

    def trail(self) -> bytes:
        """A digest of all that was served since the history: of worlds of one version and seed it decides the log."""
        for day in self.served[len(self._trail) :]:
            digest = blake2b(self._trail[-1] if self._trail else b"", digest_size=20)
            for name in sorted(day):
                digest.update(f"{name} {day[name].dtype} {day[name].shape}".encode())
                digest.update(day[name].tobytes())
            self._trail.append(digest.digest())
        return self._trail[-1] if self._trail else b""

    def log(self, upto: int) -> Columns:
        """All that production has logged by the end of a day, propensities included, which nobody may change."""
        whole = self._whole()
        known = whole["day"] <= upto
        return self.arrived(whole if known.all() else chosen(whole, known), upto)

    def _whole(self) -> Columns:
        """The history and the days since."""
        for day in [self.past(), *self.served][self._days :]:
            self._grown.add(day)
            self._days += 1
        return self._grown.columns()

    def fork(self) -> Self:
        """Another world with the same past, which goes its own way from here."""
        self.past()
        other = copy.copy(self)
        other._grown, other._days = Growing(), 0
        for name in ("served", "_trail", *self.STATE):
            value = getattr(self, name)
            setattr(other, name, list(value) if isinstance(value, list) else copy.deepcopy(value))
        return other

    def _lived(self, day: int) -> Columns:
        requests = self.requests(day, self.per_day, self.random(1, day))
        actions = self.production(requests, self.random(2, day))
        outcomes = self.respond(requests, actions, self.random(3, day).random((len(actions), self.draws)))
        self.live(requests, actions, outcomes)
        return self.rows(requests, actions, outcomes)

    per_day: ClassVar[int] = 3000
    """Requests of an average day."""
