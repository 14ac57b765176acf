"""Sittings: one attempt of a learner at a case, with everything they asked, typed, drew and ticked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from sharpen.domain.case import MOST_SCORE, Case, Fact
from sharpen.domain.draft import vanishes
from sharpen.domain.passage import Passage, SetAside, put_aside

CELLS, BOARD, SKETCH = "cells", "board", "sketch"
"""The names of the passages that are no notes, the last for a board in words; those of notes are the ids of steps."""


@dataclass(frozen=True)
class Asked:
    """A question, as it was typed or empty for one of the list, and the fact it revealed; empty if it meant none."""

    fact: str
    typed: str = ""


NOTHING: Mapping[str, Passage] = MappingProxyType({})


@dataclass(frozen=True)
class Sitting:
    """An attempt at a case. Times are UTC; `seconds` is the time worked; it is over once `finished`, and in no list
    once `deleted`, but it can be brought back.

    `ticks` are the points of the rubric by id, each 0, 1 or 2.
    """

    learner: str
    id: str
    case: str
    started: datetime
    updated: datetime
    finished: datetime | None = None
    seconds: float = 0.0
    asked: tuple[Asked, ...] = ()
    passages: Mapping[str, Passage] = field(default_factory=dict)
    aside: tuple[SetAside, ...] = ()
    ticks: Mapping[str, int] = field(default_factory=dict)
    deleted: datetime | None = None

    def passage(self, name: str) -> Passage:
        """The passage of this name; an empty one where nothing was typed."""
        return self.passages.get(name, Passage())

    def text(self, name: str) -> str:
        """What is typed or drawn in the passage of this name."""
        return self.passage(name).text

    def edited(self, name: str, text: str, edit: str) -> "Sitting":
        """The sitting with another text in front."""
        return replace(self, passages={**self.passages, name: self.passage(name).edited(text, edit)})

    def with_aside(self, text: SetAside) -> "Sitting":
        """The sitting with a text put aside."""
        return replace(self, aside=put_aside(self.aside, text))

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts that were revealed, each once, in the order they were asked for."""
        return tuple(dict.fromkeys(asked.fact for asked in self.asked if asked.fact))


@dataclass(frozen=True)
class SittingSummary:
    """What lists say of a sitting, read without its texts."""

    id: str
    case: str
    started: datetime
    updated: datetime
    finished: datetime | None
    seconds: float
    ticks: Mapping[str, int]
    deleted: datetime | None = None


def loses(name: str, before: str, after: str) -> bool:
    """Whether most of a passage is gone from a later text of it."""
    if name == BOARD:
        return len(before) > 1000 and len(after) < len(before) / 2
    return vanishes(before, after)


def missed(case: Case, sitting: Sitting) -> tuple[Fact, ...]:
    """The facts that a strong candidate asks for and this sitting did not."""
    return tuple(fact for fact in case.facts if fact.strong and fact.id not in sitting.facts)


def score(case: Case, ticks: Mapping[str, int], step: str | None = None) -> tuple[int, int]:
    """What was earned of how much there is, in a step or in all. A point that is not ticked earns nothing."""
    points = case.points if step is None else case.of_step(step)
    return sum(ticks.get(point.id, 0) for point in points), MOST_SCORE * len(points)


def merged(here: Sitting, theirs: Sitting) -> Sitting:
    """A later state of a sitting, with what only the earlier one has: its questions, and its other texts put aside."""
    asked = (*theirs.asked, *(one for one in here.asked if one not in theirs.asked))
    found = replace(theirs, asked=asked, seconds=max(here.seconds, theirs.seconds))
    for text in reversed(here.aside):
        found = found.with_aside(text)
    for name, passage in here.passages.items():
        other = theirs.passage(name)
        if passage.text != other.text and not other.holds(passage.version):
            found = found.with_aside(SetAside(name, passage.version, here.updated, passage.text))
    return found
