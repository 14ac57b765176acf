"""Readings: what companies and teachers wrote or said on machine learning, and what a learner made of each."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from sharpen.domain.passage import Passage, SetAside, put_aside

SENTENCES = (2, 5)
"""The fewest and the most sentences of what to take from a reading, unless it goes by its title: then there is one."""


class Basis(StrEnum):
    """What we know a reading from. It is said beside what we say of it."""

    TEXT = "text"
    """We read all of it."""
    PART = "part"
    """We read a part: its opening, its abstract, or its slides."""
    ACCOUNT = "account"
    """We read what others say of it."""
    TITLE = "title"
    """We read nothing but its title, and where it stands."""


class Kind(StrEnum):
    """What a reading is that no company stands behind."""

    COURSE = "course"
    NOTES = "notes"
    PRACTICE = "practice"


SHELVES = {Kind.COURSE: "Courses", Kind.NOTES: "Notes", Kind.PRACTICE: "Practice"}


@dataclass(frozen=True)
class Reading:
    """One reading: of a company, or of a kind. `url` is empty where there is no link, `year` None where unknown.

    `take` is what to take from it for an interview, in our words; `sources` are pages that we read for that.
    """

    id: str
    title: str
    take: str
    basis: Basis
    company: str = ""
    kind: Kind | None = None
    url: str = ""
    year: int | None = None
    topics: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def shelf(self) -> str:
        """The heading under which it stands."""
        return SHELVES[self.kind] if self.kind else self.company


@dataclass(frozen=True)
class ReadingMark:
    """What a learner made of a reading. Times are UTC; `marked` is when it was last marked read, or that taken back.

    `note` is Markdown; `aside` are notes that are not in front, as a sitting keeps its texts.
    """

    learner: str
    reading: str
    updated: datetime
    read: bool = False
    marked: datetime | None = None
    note: Passage = field(default_factory=Passage)
    aside: tuple[SetAside, ...] = ()


def merged(here: ReadingMark, theirs: ReadingMark) -> ReadingMark:
    """Two states of one mark as one: the later mark, the later note, and the other note put aside."""
    marks = max(here, theirs, key=lambda one: (one.marked is not None, one.marked or one.updated))
    front, other = (theirs, here) if _is_later(here, theirs) else (here, theirs)
    aside = here.aside
    for text in reversed(theirs.aside):
        aside = put_aside(aside, text)
    if other.note.text != front.note.text and not front.note.holds(other.note.version):
        aside = put_aside(aside, SetAside("note", other.note.version, other.updated, other.note.text))
    updated = max(here.updated, theirs.updated)
    return replace(front, updated=updated, read=marks.read, marked=marks.marked, aside=aside)


def _is_later(here: ReadingMark, theirs: ReadingMark) -> bool:
    """Whether the note of theirs is the later one: by what came from what, whatever the clocks said."""
    if not theirs.note.version or here.note.holds(theirs.note.version):
        return False
    if not here.note.version or theirs.note.holds(here.note.version):
        return True
    return theirs.updated > here.updated


def sentences(text: str) -> int:
    """How many sentences a text has."""
    return len(re.findall(r"[.!?][\")]*(?=\s|$)", text))
