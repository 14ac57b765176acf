"""Tellings: each time that a story was told out loud, to answer which question, and how it went."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from sharpen.domain.memory import Rating
from sharpen.domain.passage import Passage, SetAside, merged_aside, merged_passage

NOTE = "note"
"""The one passage of a telling."""
WENT: Mapping[Rating, str] = MappingProxyType(
    {
        Rating.AGAIN: "Lost the thread",
        Rating.HARD: "With gaps",
        Rating.GOOD: "All of it",
        Rating.EASY: "Fluently",
    }
)
"""How a telling went, in words."""


@dataclass(frozen=True)
class Telling:
    """One telling. Times are UTC, and it is there from its beginning; `seconds` is how long it took so far.

    `question` is the id of the question it was to answer, empty for none. `went` is None until the learner says how
    it went, and `review` then the id of the review that this was.
    """

    learner: str
    id: str
    story: str
    at: datetime
    updated: datetime
    question: str = ""
    seconds: float = 0.0
    went: Rating | None = None
    review: str = ""
    note: Passage = field(default_factory=Passage)
    aside: tuple[SetAside, ...] = ()

    @property
    def happened(self) -> bool:
        """Whether the story was told, rather than its telling only begun."""
        return self.seconds > 0 or self.went is not None


@dataclass(frozen=True)
class Told:
    """How often something was told, and when last (UTC)."""

    times: int = 0
    last: datetime | None = None


def merged(here: Telling, theirs: Telling) -> Telling:
    """Two states of one telling as one: the longer time, the later word on how it went, the note that came later."""
    later, earlier = (theirs, here) if theirs.updated > here.updated else (here, theirs)
    rated = later if later.went is not None else earlier
    aside = merged_aside(later.aside, earlier.aside)
    note, aside = merged_passage(NOTE, later.note, earlier.note, earlier.updated, aside)
    seconds = max(here.seconds, theirs.seconds)
    return replace(later, seconds=seconds, went=rated.went, review=rated.review, note=note, aside=aside)
