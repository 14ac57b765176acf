"""Drafts: what a learner is typing, kept as they type, and what each was before."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

REMEMBERED = 50
"""So many pages that had a hand in a draft are remembered."""
MOST_VERSIONS = 20
"""So many earlier versions of a draft are kept,"""
MOST_CHARACTERS = 1_000_000
"""as long as they have no more characters together; the newest one is always kept."""
APART = timedelta(minutes=10)
"""While one goes on typing, a version is put aside each time so much time has passed."""

_EDIT = re.compile(r"[0-9a-z]{1,32}\.\d{1,9}")


def is_edit(text: str) -> bool:
    """Whether a text names an edit: the page it was typed on, a dot, and how many edits that page had seen."""
    return _EDIT.fullmatch(text) is not None


def page_of(edit: str) -> str:
    """The page that an edit was typed on."""
    return edit.partition(".")[0]


def within(edit: str, later: str) -> bool:
    """Whether one edit of a page came before another of the same page, or is it."""
    return is_edit(edit) and page_of(edit) == page_of(later) and _count(edit) <= _count(later)


def held(lineage: tuple[str, ...], edit: str) -> bool:
    """Whether what came about by these edits is this edit, or came from it."""
    return any(within(edit, known) for known in lineage)


def goes_on(lineage: tuple[str, ...], base: str, edit: str) -> bool:
    """Whether an edit of a page that last saw the version `base` goes on from what came about by these edits."""
    version = lineage[0] if lineage else ""
    return base == version or page_of(edit) == page_of(version)


def extended(lineage: tuple[str, ...], edit: str) -> tuple[str, ...]:
    """The edits by which something came about, with one more: the last of every page, the latest first."""
    return (edit, *(known for known in lineage if page_of(known) != page_of(edit)))[:REMEMBERED]


@dataclass(frozen=True)
class Draft:
    """A learner's unsubmitted code for a problem and the trials they wrote for it.

    Each trial is a few lines of Python that end with a call, such as `k_means([[0.0], [1.0]], [[0.5]], 10)`.
    `seconds` is how long they have worked on it so far. `lineage` says how it came about: the last edit (see
    `is_edit`) of every page that had a hand in it, the latest first. It is empty for a starter that was read and
    not typed in.
    """

    learner: str
    problem: str
    source: str
    trials: tuple[str, ...]
    updated: datetime
    seconds: float = 0.0
    lineage: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The edit that made it what it is; empty for an untouched starter."""
        return self.lineage[0] if self.lineage else ""

    @property
    def text(self) -> tuple[str, tuple[str, ...]]:
        """What was typed: the code and the trials."""
        return self.source, self.trials

    def holds(self, edit: str) -> bool:
        """Whether the draft is this edit, or came from it."""
        return held(self.lineage, edit)

    def follows(self, base: str, edit: str) -> bool:
        """Whether an edit of a page that last saw `base` goes on from this draft, and so may take its place.

        Saves of one page may arrive before it hears of the one before: its own edits it has always seen.
        """
        return goes_on(self.lineage, base, edit)

    def edited(self, edit: str) -> "Draft":
        """The draft as this edit left it."""
        return replace(self, lineage=extended(self.lineage, edit))


class Aside(StrEnum):
    """Why a version of a draft was put aside."""

    TYPED = "typed"
    """Typing went on from it."""
    RESET = "reset"
    """The starter, or an earlier version, was put in its place."""
    ELSEWHERE = "elsewhere"
    """It was typed on a page that did not know of what was typed elsewhere meanwhile, and never stood in front."""
    PASSED_OVER = "passed over"
    """It was typed elsewhere meanwhile, and the learner chose the other."""
    IMPORT = "import"
    """A backup brought another."""


@dataclass(frozen=True)
class DraftVersion:
    """What a draft was before, or would have been: `id` is the edit that made it.

    `number` counts the versions of a problem in the order they were put aside, whatever clocks say; `kept` is when.
    """

    learner: str
    problem: str
    id: str
    number: int
    kept: datetime
    why: Aside
    source: str
    trials: tuple[str, ...]


def edit_of(source: str, trials: tuple[str, ...]) -> str:
    """The edit of a text of which nobody knows where it was typed: the same text, the same edit."""
    return sha256("\0".join((source, *trials)).encode()).hexdigest()[:24] + ".0"


def vanishes(before: str, after: str) -> bool:
    """Whether most of a text is gone from a later one: more than half of its lines, and three at least."""
    lines = {line.strip() for line in before.splitlines()} - {""}
    gone = lines - {line.strip() for line in after.splitlines()}
    return len(gone) >= 3 and 2 * len(gone) > len(lines)


def _count(edit: str) -> int:
    return int(edit.partition(".")[2] or 0)
