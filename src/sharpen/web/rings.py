"""Rings: parts of a whole as arcs of a circle whose way around is 100."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 0.9
"""How much of the way around stays free between two groups, where there are several."""


@dataclass(frozen=True)
class Arc:
    """An arc that begins at `start` and is `length` long, and what it is: the numbers of its group and its part."""

    group: int
    part: int
    start: float
    length: float


def arcs(groups: Sequence[Sequence[int]]) -> list[Arc]:
    """The arcs of counts in groups, one after the other; counts of 0 have none."""
    total = sum(map(sum, groups))
    if not total:
        return []
    gap = GAP if len(groups) > 1 and len(groups) * GAP < 50 else 0.0
    unit, at, found = (100 - gap * len(groups)) / total, 0.0, []
    for group, counts in enumerate(groups):
        for part, count in enumerate(counts):
            if count:
                found.append(Arc(group, part, round(at, 3), round(count * unit, 3)))
                at += count * unit
        at += gap
    return found
