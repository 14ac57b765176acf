"""The stage offline: the metric on the last days of the log, of a design that was fitted on the days before."""

from collections.abc import Mapping
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import Interval, OfflineReport
from sharpen.labs import statistics
from sharpen.labs.columns import Columns, Ratios, chosen, visible
from sharpen.labs.lane import Lane, Tell
from sharpen.labs.world import Evidence

FEWEST = 30
"""Rows that a slice must have to be reported."""


def measure(lab: Lab, design: Lane, baseline: Lane, tell: Tell) -> OfflineReport:
    """Fit both on all but the holdout, and measure both on that part of it whose labels are all known.

    Raises DesignFailed.
    """
    last = design.world.history - lab.size.holdout - 1
    day = design.world.history - 1
    log = design.world.log(day)
    held_out = chosen(log, (log["day"] > last) & (log["day"] <= day - design.world.maturity))
    before = design.world.log(last)
    design.fit_on(before, last)
    tell(0.5)
    own = design.ask("estimate", last, visible(before), last) if design.has("estimate") else None
    found, told = _evidence(design, held_out, day)
    tell(0.8)
    baseline.fit_on(before, last)
    against, base_told = _evidence(baseline, held_out, day)
    tell(1.0)
    happened = statistics.both(told, base_told)
    return OfflineReport(
        _ratio(found), _ratio(against), _number(own), _slices(found), _gain(found, against, lab.sign), happened
    )


def _evidence(lane: Lane, held_out: Columns, day: int) -> tuple[Evidence, Ratios]:
    actions = lane.act(lane.world.replay(held_out), day)
    return lane.world.offline(held_out, actions), lane.world.told_offline(held_out, actions)


def _gain(found: Evidence, against: Evidence, sign: int) -> Interval:
    own, base = ((each.numerator, each.denominator) for each in (found, against))
    return statistics.change(own, base, (found.units, against.units), sign)


def _ratio(evidence: Evidence) -> Interval:
    return statistics.ratio(evidence.numerator, evidence.denominator, evidence.units)


def _slices(evidence: Evidence) -> Mapping[str, Mapping[str, Interval]]:
    return {
        name: {
            str(label): _ratio(_part(evidence, name, labels == label))
            for label in np.unique(labels)
            if np.count_nonzero(labels == label) >= FEWEST
        }
        for name, labels in evidence.slices.items()
    }


def _part(evidence: Evidence, name: str, which: NDArray[np.bool_]) -> Evidence:
    denominator = evidence.within.get(name, evidence.denominator)
    return Evidence(evidence.numerator[which], denominator[which], evidence.units[which])


def _number(own: object) -> float | None:
    """The design's own estimate, if it is a number."""
    with suppress(TypeError, ValueError):
        return float(own) if own is not None else None  # type: ignore[arg-type]
    return None
