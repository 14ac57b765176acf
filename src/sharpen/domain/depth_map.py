"""The map of a project: how deep every ladder went, in the last dive that took it and in those before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sharpen.domain.dive import DEPTHS, DiveSummary, Visit, visits
from sharpen.domain.ladder import Depth, Ladder

DRAWN = 12
"""The latest so many dives are drawn side by side."""


@dataclass(frozen=True)
class Went:
    """A ladder in one dive."""

    dive: str
    at: datetime
    visit: Visit


@dataclass(frozen=True)
class Row:
    """A ladder with the dives that took it, the latest first. `title` is what the map calls it."""

    ladder: str
    title: str
    is_facet: bool
    went: tuple[Went, ...]

    @property
    def now(self) -> Went | None:
        """The last time; None when it was never taken."""
        return self.went[0] if self.went else None

    @cached_property
    def before(self) -> Depth | None:
        """The deepest it went in any dive before the last that took it."""
        reached = [one.visit.reached for one in self.went[1:] if one.visit.reached]
        return max(reached, key=DEPTHS.index, default=None)

    def held_at(self, depth: Depth) -> bool | None:
        """Whether there was an answer at a depth the last time that a question of it was asked; None if none was.

        A dive passes over what went well before, so that may have been earlier than the last dive.
        """
        for one in self.went:
            if asked := [answer for answer in one.visit.said if answer.depth is depth]:
                return any(answer.held for answer in asked)
        return None

    def in_dive(self, dive: str) -> Visit | None:
        """How it went in one dive; None when that did not take it."""
        return next((one.visit for one in self.went if one.dive == dive), None)


@dataclass(frozen=True)
class DepthMap:
    """All ladders of a project, facets first, and its latest dives in which something was answered, the latest last."""

    rows: tuple[Row, ...]
    dives: tuple[DiveSummary, ...]

    @property
    def went(self) -> tuple[Row, ...]:
        """The ladders that some dive took."""
        return tuple(row for row in self.rows if row.went)


def depth_map(ladders: Sequence[Ladder], dives: Sequence[DiveSummary]) -> DepthMap:
    """The map that some dives make, given in any order. A ladder that is gone keeps its row, under its slug."""
    latest = sorted(dives, key=lambda dive: (dive.started, dive.id), reverse=True)
    went = dict[str, list[Went]]()
    for dive in latest:
        for visit in visits(answer for answer in dive.answers if answer.how is not None):
            went.setdefault(visit.ladder, []).append(Went(dive.id, dive.started, visit))
    rows = [Row(each.slug, each.title, each.is_facet, tuple(went.pop(each.slug, ()))) for each in ladders]
    rows += [Row(slug, slug, False, tuple(gone)) for slug, gone in went.items()]
    drawn = [dive for dive in latest if any(answer.how is not None for answer in dive.answers)][:DRAWN]
    return DepthMap(tuple(rows), tuple(reversed(drawn)))
