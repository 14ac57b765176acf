"""Stories: what a candidate tells of their own work, by STAR, and the competencies that each shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sharpen.domain.draft import vanishes
from sharpen.domain.passage import Passage, SetAside, merged_aside, with_merged

TARGET = timedelta(minutes=2)
"""How long a story may be when it is told."""


class Part(StrEnum):
    """The parts of a story, in the order they are told."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


TITLE, NOTES = "title", "notes"
PASSAGES = (TITLE, *Part, NOTES)
"""The names of the passages of every story. The notes are not told."""
UNTITLED = "A story without a title"
LONG = 200
"""Characters from which a text is long."""


@dataclass(frozen=True)
class Tick:
    """Whether a story is said to show a competency, and when that was said last (UTC)."""

    shown: bool
    at: datetime


@dataclass(frozen=True)
class Story:
    """A story. Times are UTC. It is not listed once it is `deleted`, and can be brought back.

    `ticks` are the competencies, by id, of which it was ever said that the story shows them, or does not any more.
    """

    learner: str
    id: str
    created: datetime
    updated: datetime
    passages: Mapping[str, Passage] = field(default_factory=dict)
    aside: tuple[SetAside, ...] = ()
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    deleted: datetime | None = None

    def passage(self, name: str) -> Passage:
        """The passage of this name; an empty one where nothing was typed."""
        return self.passages.get(name, Passage())

    def text(self, name: str) -> str:
        """What is typed in the passage of this name."""
        return self.passage(name).text

    @property
    def title(self) -> str:
        """What it is called, on one line."""
        return " ".join(self.text(TITLE).split()) or UNTITLED

    @property
    def told(self) -> dict[Part, str]:
        """The texts of its four parts."""
        return {part: self.text(part) for part in Part}

    @property
    def competencies(self) -> tuple[str, ...]:
        """The ids of the competencies it shows."""
        return tuple(competency for competency, tick in self.ticks.items() if tick.shown)


@dataclass(frozen=True)
class StorySummary:
    """What lists say of a story, read without its texts. `words` are those of its four parts."""

    id: str
    title: str
    created: datetime
    updated: datetime
    competencies: tuple[str, ...]
    words: int
    deleted: datetime | None = None


def loses(before: str, after: str) -> bool:
    """Whether much of a text is gone from a later one: most of its lines, or half of a long one."""
    return vanishes(before, after) or (len(before) > LONG and 2 * len(after) < len(before))


def merged(here: Story, theirs: Story) -> Story:
    """Two states of one story as one: of each passage the text that came later, and the other put aside.

    Where neither text came from the other, that of the story that was changed later stands in front. Of each
    competency the later word counts, and of deleting and going on with it the later.
    """
    later, earlier = (theirs, here) if theirs.updated > here.updated else (here, theirs)
    ticks = dict(here.ticks)
    for competency, tick in theirs.ticks.items():
        if competency not in ticks or tick.at > ticks[competency].at:
            ticks[competency] = tick
    aside = merged_aside(later.aside, earlier.aside)
    both = replace(later, created=min(here.created, theirs.created), ticks=ticks)
    return with_merged(both, later, earlier, earlier.updated, aside)
