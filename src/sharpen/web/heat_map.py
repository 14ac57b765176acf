"""The heat map: every topic of the outline as a cell, by round and group: how ready one is, and what there is of it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sharpen.content.library import Library
from sharpen.domain.attempt import Progress
from sharpen.domain.counting import counted
from sharpen.domain.topic import Topic
from sharpen.practice.day.readiness import Readiness, RoundReadiness, Together, TopicReadiness

STEPS = 5
"""So many shades from not ready to ready."""
HELD = {"cards": "card", "problems": "problem", "cases": "case"}


@dataclass(frozen=True)
class Cell:
    """A topic: how ready one is for it, and what there is of it in words, empty where nothing is yet."""

    topic: Topic
    ready: TopicReadiness
    holds: str

    @property
    def shade(self) -> str:
        return shade(self.ready)

    @property
    def state(self) -> str:
        """How ready one is for it, in words."""
        if not self.ready.met:
            return "Never met"
        tried = f"{self.ready.met} of {self.ready.items} tried" if self.ready.items else "tried"
        return f"{100 * self.ready.now.mean:.0f}% ready, {tried}"


@dataclass(frozen=True)
class Round:
    """A round: what it is called, in short too, its groups of cells, and how many of its problems are solved."""

    id: str
    title: str
    whole: Together
    states: Counter[str]
    groups: tuple[tuple[Together, tuple[Cell, ...]], ...]
    problems: int
    solved: int

    @property
    def name(self) -> str:
        return short(self.title)

    @property
    def topics(self) -> int:
        return self.states.total()


def short(title: str) -> str:
    """What a round is called where there is little room: what stands before a colon or a bracket."""
    return re.split(r":| \(", title)[0]


def shade(ready: TopicReadiness) -> str:
    """The shade of a topic, 0 to STEPS - 1; "none" for one that was never met."""
    return str(min(int(ready.now.mean * STEPS), STEPS - 1)) if ready.met else "none"


def rounds(library: Library, found: Readiness, progress: Mapping[str, Progress]) -> list[Round]:
    """The rounds in the guide's order, with what is believed and what there is of each topic."""
    stats = library.stats()["topics"]
    return [_round(library, each, stats, progress) for each in found.rounds]


def _round(
    library: Library, found: RoundReadiness, stats: Mapping[str, Any], progress: Mapping[str, Progress]
) -> Round:
    topics = [one.topic for _, ones in found.groups for one in ones]
    problems = [problem.slug for topic in topics for problem in library.problems.of_topic(topic.id)]
    solved = sum(progress[slug].is_solved for slug in problems)
    groups = tuple((group, _cells(ones, stats)) for group, ones in found.groups)
    return Round(found.id, found.whole.title, found.whole, found.states, groups, len(problems), solved)


def _cells(ones: Sequence[TopicReadiness], stats: Mapping[str, Any]) -> tuple[Cell, ...]:
    return tuple(Cell(one.topic, one, _holds(stats[one.topic.id])) for one in ones)


def _holds(there: Mapping[str, Any]) -> str:
    """What there is of a topic, in words: "lesson, 8 cards, 2 problems"."""
    counts = [counted(there[kind], one) for kind, one in HELD.items() if there[kind]]
    return ", ".join([*["lesson"] * there["lesson"], *counts])
