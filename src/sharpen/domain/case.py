"""Cases: the questions of a system design interview, with what is known of each before anybody sits at it."""

from dataclasses import dataclass

from sharpen.domain.problem import Difficulty

MOST_SCORE = 2
"""A point of a rubric earns 0, 1 or 2."""


@dataclass(frozen=True)
class Step:
    """One of the nine steps of a design. `share` is the part of a case's minutes that it takes: the pace.

    `lessons` are topics to read for it.
    """

    id: str
    title: str
    share: float
    prompts: tuple[str, ...]
    lessons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """What the interviewer answers when asked.

    `words` are those by which people ask who do not use the words of the question. A strong candidate asks for a fact
    that is `strong`.
    """

    id: str
    question: str
    answer: str
    words: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True)
class Bound:
    """What the cell of this name must be, in a unit, for a point to be earned; None where there is no limit."""

    name: str
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    between: tuple[float, float] | None = None

    @property
    def said(self) -> str:
        """In words: `latency at most 100 ms`."""
        unit = f" {self.unit}" if self.unit else ""
        if self.between is not None:
            return f"{self.name} from {self.between[0]:,.12g} to {self.between[1]:,.12g}{unit}"
        if self.at_most is not None:
            return f"{self.name} at most {self.at_most:,.12g}{unit}"
        return f"{self.name} at least {self.at_least or 0:,.12g}{unit}"


@dataclass(frozen=True)
class Point:
    """A point of the rubric: what `one` and what `two` of 2 are earned by.

    With a `cell`, a number decides: 2 if it holds and 0 if it does not.
    """

    id: str
    step: str
    text: str
    one: str
    two: str
    cell: Bound | None = None


@dataclass(frozen=True)
class FollowUp:
    """A question that separates levels, and what is said at each."""

    question: str
    mid: str
    senior: str
    staff: str


@dataclass(frozen=True)
class Case:
    """A case: its facts in the author's order, the points of its rubric in the order of the steps.

    `difficulty` says whom a mock asks it: an easy one can be had by the book, and a hard one has traps on the way.
    """

    slug: str
    title: str
    summary: str
    topic: str
    minutes: int
    since: str
    facts: tuple[Fact, ...]
    points: tuple[Point, ...]
    follow_ups: tuple[FollowUp, ...]
    also: tuple[str, ...] = ()
    difficulty: Difficulty = Difficulty.MEDIUM

    def fact(self, fact_id: str) -> Fact | None:
        """The fact with this id; None if the case has none, or none any more."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def point(self, point_id: str) -> Point | None:
        """The point with this id; None if the rubric has none, or none any more."""
        return next((point for point in self.points if point.id == point_id), None)

    def of_step(self, step_id: str) -> tuple[Point, ...]:
        """The points of a step."""
        return tuple(point for point in self.points if point.step == step_id)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of cells that the rubric reads, in its order, each once."""
        return tuple(dict.fromkeys(point.cell.name for point in self.points if point.cell))
