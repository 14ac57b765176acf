"""The rubric of a sitting: what cells decide, what the learner ticks, and what comes of it step by step."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sharpen.domain.case import MOST_SCORE, Bound, Case, Point, Step
from sharpen.domain.sitting import CELLS, Sitting
from sharpen.practice.design.cells import Sheet, evaluate
from sharpen.practice.work import Work

ABANDONED = 3
"""So many times the minutes of a case after its start, nobody sits there any more."""


@dataclass(frozen=True)
class Decision:
    """What a cell decides of a point: 2 or 0, None where there is no such cell; `why` says what was found."""

    earned: int | None
    why: str


@dataclass(frozen=True)
class PointResult:
    """A point with what it earned, None while it is not ticked; `why` is empty where no number is asked for."""

    point: Point
    earned: int | None
    by_number: bool
    why: str = ""


@dataclass(frozen=True)
class StepResult:
    """A step with its points, and what they earned of how much there is."""

    step: Step
    points: tuple[PointResult, ...]
    earned: int
    most: int


def results(work: Work, case: Case, sitting: Sitting) -> list[StepResult]:
    """What a finished sitting earned, step by step."""
    sheet = evaluate(sitting.text(CELLS))
    found = []
    for step in work.library.cases.steps:
        points = tuple(_result(point, sitting, sheet) for point in case.of_step(step.id))
        earned = sum(point.earned or 0 for point in points)
        found.append(StepResult(step, points, earned, MOST_SCORE * len(points)))
    return found


def _result(point: Point, sitting: Sitting, sheet: Sheet) -> PointResult:
    decided = _decision(point.cell, sheet) if point.cell else Decision(None, "")
    if decided.earned is not None:
        return PointResult(point, decided.earned, True, decided.why)
    return PointResult(point, sitting.ticks.get(point.id), False, decided.why)


def decision(point: Point, sitting: Sitting) -> Decision:
    """What the cells of a sitting decide of a point."""
    return _decision(point.cell, evaluate(sitting.text(CELLS))) if point.cell else Decision(None, "")


def decided_again(case: Case, sitting: Sitting) -> Sitting:
    """The sitting with the ticks that its cells decide."""
    sheet = evaluate(sitting.text(CELLS))
    decided = {point.id: _decision(point.cell, sheet).earned for point in case.points if point.cell}
    known = {point: earned for point, earned in decided.items() if earned is not None}
    return replace(sitting, ticks={**sitting.ticks, **known})


def _decision(cell: Bound, sheet: Sheet) -> Decision:
    limits = (cell.name, cell.unit, cell.at_most, cell.at_least, cell.between)
    holds = sheet.decides(*limits)
    return Decision(None if holds is None else MOST_SCORE * holds, sheet.why(*limits))


def elapsed(case: Case, sitting: Sitting) -> float:
    """The seconds since a sitting began, as one who writes in files spends them; 0 when it was left lying there."""
    seconds = (datetime.now(UTC) - sitting.started).total_seconds()
    return seconds if 0 < seconds < 60 * ABANDONED * case.minutes else 0.0
