"""Suggesting: which mock to sit next, for a plan or a list of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sharpen.practice.mocks.choosing import NEVER, ago
from sharpen.practice.mocks.mocks import SHARES
from sharpen.practice.work import Work


@dataclass(frozen=True)
class Suggestion:
    """A mock to sit: the id of its loop, the name of its share in SHARES, its minutes then, and why it.

    `begun` is the id of a mock that goes on already, empty for one to begin.
    """

    loop: str
    title: str
    share: str
    minutes: int
    why: str
    begun: str = ""


def suggested(work: Work, minutes: int | None = None) -> Suggestion | None:
    """The mock to sit next: the one that goes on, else the one that is next in turn; None where there is none."""
    going_on = work.mocks.open_one()
    if going_on is not None:
        left = sum(each.minutes + each.rest for each in going_on.rounds if each.ended is None)
        return Suggestion(going_on.loop, going_on.title, "1", left, "You began it", going_on.id)
    return in_turn(work, minutes, work.mocks.last_of_loops())


def in_turn(work: Work, minutes: int | None, last: Mapping[str, datetime]) -> Suggestion | None:
    """The loop that was not sat for longest, the shorter ones first, given when each was sat last.

    Shortened as far as it must be to fit into so many minutes. None without loops, or where none fits.
    """
    for loop in sorted(work.library.loops.values(), key=lambda loop: (last.get(loop.id, NEVER), loop.minutes)):
        for share, (part, _) in SHARES.items():
            needed = round(loop.minutes * part)
            if minutes is None or needed <= minutes:
                why = f"You sat it {ago(last[loop.id])}" if loop.id in last else "You have not sat it yet"
                return Suggestion(loop.id, loop.title, share, needed, why)
    return None
