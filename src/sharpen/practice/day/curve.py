"""The curve of a plan: what will be remembered on the day against the minutes of a day, before anything is saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date

from sharpen.domain.plan import Plan
from sharpen.practice.day import agenda
from sharpen.practice.day.game import HALF, Game, Reach, met_of, reach_of
from sharpen.practice.day.plan import Forecasts
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

MINUTES = (5, 15, 30, 45, 60, 90, 120)
"""Minutes a day for which a plan is played; between them, the curve is drawn straight."""


@dataclass(frozen=True)
class Reached:
    """A topic, and from how many minutes a day something of it will have been met; None if those of no point reach."""

    id: str
    title: str
    round: str
    minutes: float | None


@dataclass(frozen=True)
class Curve:
    """A plan up to a day: points for MINUTES and for those of the plan itself, and topics in the outline's order."""

    until: Date
    points: tuple[Reach, ...]
    topics: tuple[Reached, ...]


Made = tuple[tuple[Reach, ...], Mapping[str, float]]
"""Points, and the minutes from which topics are reached."""


def curve(
    work: Work,
    plan: Plan,
    kept: Forecasts | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> Curve:
    """What a plan, saved or not, would lead to with other minutes. Two seconds or less; ask for it late.

    Its points are those of forecasts with these minutes. One that was `kept` is not computed again. Raises GivenUp
    when it is not `wanted` any more.
    """
    now, whole = datetime.now(UTC), agenda.planned(work)
    minutes = sorted({*MINUTES, plan.minutes})
    games = [Game(work, replace(plan, minutes=each), whole, now) for each in minutes]
    points, reached = (kept or Forecasts()).get(
        ("curve", *(game.key for game in games)), lambda: _made(whole, games, wanted)
    )
    there = {item.topic for item in whole.items}
    topics = tuple(
        Reached(topic.id, topic.title, topic.round, reached.get(topic.id))
        for topic in card_pool.outline(work)
        if topic.id in there
    )
    return Curve(games[0].today + timedelta(days=games[0].end), points, topics)


def _made(whole: agenda.Agenda, games: Sequence[Game], wanted: Callable[[], bool]) -> Made:
    outcomes = [(game.plan.minutes, game.played(wanted)) for game in games]
    points = tuple(reach_of(whole, minutes, outcome) for minutes, outcome in outcomes)
    met = [(minutes, met_of(whole, outcome)) for minutes, outcome in outcomes]
    found = {topic: _from([(minutes, of[topic]) for minutes, of in met]) for topic in met[0][1]}
    return points, {topic: minutes for topic, minutes in found.items() if minutes is not None}


def _from(met: Sequence[tuple[int, float]]) -> float | None:
    """From how many minutes a topic is reached, on the line from the last point that misses it to the next."""
    before = None
    for minutes, count in met:
        if count >= HALF:
            if before is None:
                return float(minutes)
            less, few = before
            return less + (minutes - less) * (HALF - few) / (count - few)
        before = minutes, count
    return None
