"""A session of review in progress: what is still to be asked, and every step so far, so that each can be undone."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sharpen.domain.item import Item

AGAIN_AFTER = 6
"""After how many other items a lapsed one is asked again."""


class How(StrEnum):
    """How an item left the front of the queue."""

    RATED = "rated"
    SUSPENDED = "suspended"
    BURIED = "buried"
    GONE = "gone"
    """It was reviewed, suspended or deleted elsewhere meanwhile."""


@dataclass(frozen=True)
class Entry:
    """An item to be asked. `seed` decides the order of its options, or its numbers.

    `reviews` is how many the item had when it was put in: another count now means that it was
    reviewed elsewhere. `again` says that it lapsed in this session.
    """

    item: Item
    seed: int
    reviews: int = 0
    again: bool = False


@dataclass(frozen=True)
class Given:
    """An answer: the places chosen, ordered or ticked, as they were shown, or what was typed."""

    places: tuple[int, ...] = ()
    typed: str = ""


@dataclass(frozen=True)
class Step:
    """What happened to an entry. `back` is the place in the queue to which it returned (None: it did not)."""

    entry: Entry
    how: How
    review: str = ""
    back: int | None = None
    given: Given | None = None


@dataclass(frozen=True)
class Session:
    """A session: the first of `queue` is being asked; `given` is what was answered to it, if it was.

    `topic` is empty for the session of the day, else the one topic it is about. Times are UTC.
    """

    learner: str
    topic: str
    started: datetime
    queue: tuple[Entry, ...] = ()
    done: tuple[Step, ...] = ()
    given: Given | None = None

    @property
    def rated(self) -> int:
        """How many answers were rated."""
        return sum(step.how is How.RATED for step in self.done)

    def answered(self, given: Given) -> "Session":
        """The session after an answer to the item in front."""
        return replace(self, given=given)

    def passed(self, how: How, review: str = "", again: Entry | None = None) -> "Session":
        """The session after the item in front; `again` comes back after AGAIN_AFTER others, or last."""
        entry, rest = self.queue[0], list(self.queue[1:])
        back = None
        if again is not None:
            back = min(AGAIN_AFTER, len(rest))
            rest.insert(back, again)
        step = Step(entry, how, review, back, self.given)
        return replace(self, queue=tuple(rest), done=(*self.done, step), given=None)

    def undone(self) -> "Session":
        """The session before its last step, with what was answered then. Raises IndexError at the start."""
        step, rest = self.done[-1], list(self.queue)
        if step.back is not None:
            del rest[step.back]
        return replace(self, queue=(step.entry, *rest), done=self.done[:-1], given=step.given)
