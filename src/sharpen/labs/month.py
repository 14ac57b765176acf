"""The stage month: four weeks alone in production, with season, drift, shocks, alarms and retraining."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import MonthReport
from sharpen.labs.columns import Array, Columns, chosen, rows, visible
from sharpen.labs.experiment import mixed
from sharpen.labs.lane import Lane, Tell
from sharpen.labs.world import World

WINDOW = 7
"""Days of log that a monitor sees, and days after a shock in which an alarm is about it."""
LONGEST_ALARM = 200


@dataclass
class Course:
    """What one design did in its month."""

    rewards: list[float] = field(default_factory=list)
    alarms: dict[int, str] = field(default_factory=dict)
    retrained: list[int] = field(default_factory=list)


def measure(lab: Lab, design: Lane, baseline: Lane, on_time: float, tell: Tell) -> MonthReport:
    """Serve the month with both, each in a world of its own that begins with the same past. Raises DesignFailed.

    Requests that the design answers too late get the answer of a baseline that production keeps beside it.
    """
    first, days = design.world.history, lab.size.month
    lanes = (design, Lane(baseline.stage, baseline.world.fork(), baseline.design))
    oracle = design.world.fork()
    courses, best = (Course(), Course()), []
    late_rng = design.world.random(31)
    for day in range(first, first + days):
        requests = oracle.requests(day, lab.size.per_day, oracle.random(32, day))
        n = rows(requests)
        u = oracle.random(33, day).random((n, oracle.draws))
        fallback = lanes[1].act(requests, day)
        chosen_actions = mixed(lanes[0].act(requests, day), fallback, late_rng.random(n) < on_time)
        for lane, course, actions in zip(lanes, courses, (chosen_actions, fallback), strict=True):
            course.rewards.append(_served(lane.world, requests, actions, u))
            _watch(lane, course, day)
        best.append(_served(oracle, requests, oracle.best(requests), u))
        tell((day - first + 1) / days)
    return _report(lab, design.world, first, courses, best)


def _served(world: World, requests: Columns, actions: Array, u: Array) -> float:
    """Let a day happen; its mean expected reward."""
    expected = float(world.truth(requests, actions).mean())
    outcomes = world.respond(requests, actions, u)
    world.served.append(world.rows(requests, actions, outcomes))
    world.live(requests, actions, outcomes)
    return expected


def _watch(lane: Lane, course: Course, day: int) -> None:
    """At the end of a day: alarms, and training again where the design wants it."""
    raised: Sequence[str] = ()
    log = lane.world.log(day) if lane.has("monitor") else None
    if log:
        said = lane.ask("monitor", day, visible(chosen(log, log["day"] > day - WINDOW)))
        raised = [str(text) for text in said] if isinstance(said, tuple | list) else ([str(said)] if said else [])
    if raised:
        course.alarms[day] = "; ".join(raised)[:LONGEST_ALARM]
    if lane.has("should_retrain") and lane.ask("should_retrain", day, list(raised), day) is True:
        lane.fit_on(log or lane.world.log(day), day)
        course.retrained.append(day)


def _report(lab: Lab, world: World, first: int, courses: tuple[Course, Course], best: list[float]) -> MonthReport:
    own, base = courses
    last = first + len(best) - 1
    shocks = tuple(day for day in world.shocks if first <= day <= last)
    delays = [
        next((alarm - shock for alarm in sorted(own.alarms) if shock <= alarm < shock + WINDOW), None)
        for shock in shocks
    ]
    found = [delay for delay in delays if delay is not None]
    false = [day for day in own.alarms if not any(shock <= day < shock + WINDOW for shock in shocks)]
    gain = sum(best) - sum(base.rewards)
    return MonthReport(
        first_day=first,
        design=tuple(own.rewards),
        baseline=tuple(base.rewards),
        oracle=tuple(best),
        shocks=shocks,
        alarms=own.alarms,
        retrained=tuple(own.retrained),
        missed=len(delays) - len(found),
        delay=sum(found) / len(found) if found else None,
        false_alarms=len(false),
        cost=len(own.retrained) * lab.retraining,
        baseline_cost=len(base.retrained) * lab.retraining,
        regret=(sum(best) - sum(own.rewards)) / gain if gain else 0.0,
    )


def score(lab: Lab, report: MonthReport) -> float:
    """How much of the way from the baseline to the oracle the design goes, in points of 100, training paid for."""
    base = sum(report.baseline) * lab.size.per_day - report.baseline_cost
    gained = sum(report.design) * lab.size.per_day - report.cost - base
    possible = sum(report.oracle) * lab.size.per_day - base
    return 100 * gained / possible if possible else 0.0
