"""An item as the web and the terminal show it, of whatever kind: before it is answered, and after."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.problem import Difficulty
from sharpen.domain.session import Given


@dataclass(frozen=True)
class Marked:
    """An option after the answer: is it right, was it chosen, and why it is right or wrong (Markdown)."""

    text: str
    right: bool
    chosen: bool
    why: str


@dataclass(frozen=True)
class Judged:
    """The result of an answer. Every text is Markdown; what a kind does not have is empty.

    `right` is None for a recall card, which nothing grades: there `points` are to be ticked, and
    `given.places` are the ticks. `suggested` is the rating to offer first.
    """

    given: Given
    right: bool | None
    suggested: Rating
    options: tuple[Marked, ...] = ()
    """Choice: the options in the order they were shown."""
    steps: tuple[str, ...] = ()
    """Order: the steps in their right order."""
    had: tuple[int | None, ...] = ()
    """Order: the place, from 1, at which the learner put each of those steps; None for nowhere."""
    moved: tuple[bool, ...] = ()
    """Order: which of them are to be moved, as few as can be, so that all are in order."""
    answer: str = ""
    """Numeric: the answer as one would type it. Recall: a strong answer."""
    decimal: str = ""
    """Numeric: an answer that is a fraction, in decimals too: "= 0.375" or "≈ 0.3571"."""
    unit: str = ""
    explanation: str = ""
    """Numeric: how it is worked out. Order: why this order."""
    points: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = tuple(Rating)
    """The ratings that fit the answer."""
    next: "Elsewhere | None" = None
    """Drill: the problem itself, to be solved now or not."""


@dataclass(frozen=True)
class Part:
    """One of several questions about the same text: its name, and how many of the options are its own."""

    name: str
    options: int


@dataclass(frozen=True)
class Elsewhere:
    """Where an item is done that is not answered in the session: `path` is its page."""

    title: str
    path: str
    difficulty: Difficulty | None
    """None where nobody graded it."""
    minutes: int
    """How long it takes the first time."""


@dataclass(frozen=True)
class Shown:
    """What an item asks, before it is answered. Every text is Markdown; what a kind does not have is empty."""

    question: str
    """A summary, for what is done elsewhere."""
    options: tuple[str, ...] = ()
    """Choice: the options, order: the steps; shuffled. Answers count their places from 0."""
    several: bool = False
    """Choice: more than one option is right."""
    parts: tuple[Part, ...] = ()
    """Drill: the questions to which the options are answers, in their order; one option of each is chosen."""
    hides_topic: bool = False
    """Whether the topic would give the answer away."""
    unit: str = ""
    """Numeric: what follows the number, such as "bits"."""
    elsewhere: Elsewhere | None = None
    """None when it is answered in the session."""

    def part_of(self, place: int) -> int:
        """The number of the part that an option belongs to, from 0."""
        ends = accumulate(part.options for part in self.parts)
        return sum(place >= end for end in ends)


@dataclass(frozen=True, kw_only=True)
class Asked(Shown):
    """The item in front of a session.

    `key` names this showing of it: every action takes it, and one that comes late (a second click,
    another window) is refused instead of falling on the next item. `judged` is None until it is
    answered; `intervals` are how long each rating would put it off.
    """

    key: str
    item: str
    kind: ItemKind
    topic: str
    topic_title: str
    memory: Memory | None = None
    """None when the item is new."""
    again: bool = False
    """It lapsed a little earlier in this session."""
    note: str = ""
    """What the learner noted on it."""
    judged: Judged | None = None
    intervals: dict[Rating, timedelta] | None = None
