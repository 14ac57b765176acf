"""A plan is kept, impossible ones are refused, and the forecast and the statistics add up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sharpen.content.library import bundled, read_library
from sharpen.domain.day import day_of
from sharpen.domain.memory import Rating
from sharpen.domain.plan import Plan
from sharpen.domain.session import Entry
from sharpen.practice import Workspace
from sharpen.practice.day import agenda, listing, plan, possible, session, statistics
from sharpen.practice.errors import BadPlan
from sharpen.practice.work import Work
from tests.looking import look
from tests.practice.reviewing import DECK, START, answer_right, clock

TODAY = day_of(START)


@pytest.fixture
def ws(ws: Workspace, content: Path) -> Iterator[Workspace]:
    with clock(START):
        yield replace(ws, library=read_library([content, DECK]))


def reviewed(ws: Workspace, *ratings: Rating) -> None:
    session.resume(ws)
    for rating in ratings:
        asked = look(ws, session.current).asked
        assert asked
        session.rate(ws, answer_right(ws, asked).key, rating, seconds=30)


def test_a_plan_changes_by_parts(ws: Workspace) -> None:
    assert look(ws, lambda work: work.plans.get()) == Plan("me")
    date = TODAY + timedelta(days=30)
    plan.change(ws, date=date, minutes=45)
    plan.change(ws, retention=0.85)
    assert look(ws, lambda work: work.plans.get()) == Plan("me", date, 45, 0.85, updated=START)
    assert plan.change(ws, no_date=True).date is None
    assert look(ws, lambda work: work.plans.get()).minutes == 45


@pytest.mark.parametrize(
    "given",
    [
        {"date": TODAY},
        {"date": TODAY - timedelta(days=1)},
        {"date": TODAY + timedelta(days=4000)},
        {"minutes": 0},
        {"minutes": 601},
        {"retention": 0.5},
        {"retention": float("nan")},
        {"new_a_day": -1},
    ],
)
def test_an_impossible_plan_is_refused(ws: Workspace, given: dict[str, Any]) -> None:
    with pytest.raises(BadPlan):
        plan.change(ws, **given)
    assert look(ws, lambda work: work.plans.get()) == Plan("me")


def test_the_forecast_reaches_the_date_and_covers_what_there_is(ws: Workspace) -> None:
    date = TODAY + timedelta(days=20)
    plan.change(ws, date=date, minutes=20)
    found = look(ws, plan.forecast)
    assert found.until == date
    assert found.days[0].date == TODAY
    assert 19 <= len(found.days) <= 20
    assert all(day.minutes <= 20 and day.reviews >= day.new for day in found.days)
    assert (found.overall.items, found.overall.now) == (7, 0)
    assert sum(day.new for day in found.days) == pytest.approx(found.overall.met) == pytest.approx(7)
    assert found.overall.recall > 0.9
    assert [(one.id, one.items) for one in found.rounds] == [("breadth", 7)]
    assert [(one.id, one.items) for one in found.topics] == [("averages", 5), ("spread", 2)]
    assert sum(one.recall * one.items for one in found.topics) == pytest.approx(7 * found.overall.recall)
    assert look(ws, plan.forecast) == found, "the same question has one answer"


def test_what_counts_in_the_plan_is_asked_and_forecast(ws: Workspace) -> None:
    plan.change(ws, weights={"averages": 0})
    assert {one.id for one in look(ws, plan.forecast).topics} == {"spread"}
    assert {entry.item.topic for entry in asked(ws)} == {"spread"}
    plan.change(ws, weights={"averages": 1, "round:breadth": 0})
    assert look(ws, lambda work: work.plans.get()).weights == {"round:breadth": 0}, "1 is as usual"
    assert asked(ws) == []
    plan.change(ws, weights={"round:breadth": 1, "spread": 2}, date=TODAY + timedelta(days=2))
    assert [entry.item.topic for entry in asked(ws)][:2] == ["spread", "spread"]
    with pytest.raises(BadPlan, match="no round, topic or deck called 'spraed'"):
        plan.change(ws, weights={"spraed": 0})
    with pytest.raises(BadPlan, match="must be from 0 to 4"):
        plan.change(ws, weights={"spread": -1})


def asked(ws: Workspace) -> list[Entry]:
    """The session of the day."""
    return look(ws, lambda work: agenda.of_the_day(work, work.plans.get(), START))


def test_the_forecast_says_what_the_minutes_reach(ws: Workspace) -> None:
    others = {f"round:{key}": 0.0 for key in ws.library.outline.rounds if key != "breadth"}
    plan.change(ws, date=TODAY + timedelta(days=1), minutes=1, weights=others)
    mine, double, triple = look(ws, plan.forecast).reach
    assert [each.minutes for each in (mine, double, triple)] == [1, 2, 3]
    assert mine.topics < double.topics == triple.topics == triple.of == 2
    assert mine.recall < double.recall < triple.recall
    assert mine.recall == pytest.approx(look(ws, plan.forecast).overall.recall)
    plan.change(ws, no_date=True)
    assert len(look(ws, plan.forecast).reach) == 1


def test_a_forecast_is_computed_once_for_a_plan_and_day(ws: Workspace) -> None:
    kept, made = plan.Forecasts(), []

    def looked(work: Work) -> plan.Forecast:
        return plan.forecast(work, kept, lambda: made.append(1) is None)

    plan.change(ws, date=TODAY + timedelta(days=20))
    first, count = look(ws, looked), len(made)
    assert count >= 20
    assert look(ws, looked) == first
    assert len(made) == count, "kept"
    reviewed(ws, Rating.GOOD)
    assert look(ws, looked) != first, "what was done since counts"
    assert len(made) > count


def test_a_date_beyond_what_is_planned_ends_all_the_same(ws: Workspace) -> None:
    """Data from before there was one rule for dates may hold it."""
    with ws.writing() as work:
        work.plans.put(Plan("me", TODAY.replace(year=9999), updated=START))
    assert len(look(ws, plan.forecast).days) == 5 * 365


def test_less_time_promises_less(ws: Workspace) -> None:
    plan.change(ws, date=TODAY + timedelta(days=20), minutes=1)
    assert look(ws, plan.forecast).overall.recall < 0.9
    plan.change(ws, no_date=True, new_a_day=0)
    without = look(ws, plan.forecast)
    assert len(without.days) == 30
    assert without.overall.recall == without.overall.met == sum(day.reviews for day in without.days) == 0


def test_what_was_done_today_is_not_planned_again(ws: Workspace) -> None:
    plan.change(ws, minutes=2, new_a_day=4)
    reviewed(ws, Rating.GOOD)
    today = look(ws, plan.forecast).days[0]
    assert today.minutes <= 1.5
    assert today.new <= 3


def test_statistics_count_days_recall_and_maturity(ws: Workspace) -> None:
    nothing = look(ws, statistics.gather)
    assert (nothing.days, nothing.bins, nothing.predicted, nothing.remembered) == ((), (), None, None)
    assert nothing.maturity == statistics.Maturity(7, 0, 0, 0, 0)
    reviewed(ws, *[Rating.GOOD] * 6)
    listing.suspend(ws, next(item for item in ws.library.cards.index() if item in unmet(ws)))
    with clock(START + timedelta(days=3)):
        reviewed(ws, Rating.AGAIN, Rating.GOOD, Rating.HARD)
        found = look(ws, statistics.gather)
    assert found.days == ((TODAY, 6, 6, 180.0), (TODAY + timedelta(days=3), 3, 0, 90.0))
    assert found.remembered == pytest.approx(2 / 3)
    assert found.predicted is not None
    assert 0.8 < found.predicted < 0.95
    assert sum(one.reviews for one in found.bins) == 3
    assert found.maturity == statistics.Maturity(new=0, young=6, mature=0, suspended=1, leeches=0)
    assert [(one.id, one.items, one.round) for one in found.topics] == [
        ("averages", 5, "breadth"),
        ("spread", 2, "breadth"),
    ]
    assert sum(one.met for one in found.topics) == 6
    assert sum(one.reviews for one in found.topics) == 3


def unmet(ws: Workspace) -> set[str]:
    with ws.reading() as work:
        return ws.library.cards.index().keys() - {standing.item.id for standing in work.memories.everything()}


def test_nothing_is_asked_on_a_day_off_and_the_other_days_make_up_for_it(ws: Workspace) -> None:
    """START is a Sunday."""
    plan.change(ws, date=TODAY + timedelta(days=14), minutes=20)
    every_day = look(ws, plan.forecast)
    assert asked(ws)
    mine = plan.change(ws, days_off=possible.days_named("sunday, tue,wed"))
    assert mine.days_off == {6, 1, 2}
    assert asked(ws) == []
    found = look(ws, plan.forecast)
    off = [day for day in found.days if day.date.weekday() in mine.days_off]
    assert len(off) == 6
    assert all(day.minutes == day.reviews == 0 for day in off)
    assert found.overall.met == every_day.overall.met == 7
    first = next(day for day in found.days if day.minutes)
    assert first.date == TODAY + timedelta(days=1)
    assert first.new > every_day.days[0].new, "three of the five days until all are met: 3 a day, not 2"
    assert plan.change(ws, days_off=()).days_off == frozenset()
    assert look(ws, plan.forecast) == every_day, "as before"


def test_days_off_count_where_days_are_taken_together(ws: Workspace) -> None:
    """Half a year ahead; without a date it is the number of new cards that is spread."""
    plan.change(ws, date=TODAY + timedelta(days=180), days_off={5, 6}, minutes=1)
    found = look(ws, plan.forecast)
    assert sum(day.minutes for day in found.days) <= len(found.days) * 5 / 7 + 2
    plan.change(ws, no_date=True, new_a_day=1, minutes=20)
    days = look(ws, plan.forecast).days
    assert all(day.new == 0 for day in days if day.date.weekday() in (5, 6))
    assert sum(day.new for day in days) == 7


def test_role_and_level_say_how_much_rounds_count(ws: Workspace) -> None:
    with ws.reading() as work:
        assert set(agenda.weights_of(work).values()) == {1.0}
    whole = replace(ws, library=read_library([bundled()]))
    plan.change(whole, role="applied-scientist", level="senior")
    with whole.reading() as work:
        counts, rounds = agenda.weights_of(work), {topic.round: topic.id for topic in work.library.outline}
        of_loop = work.library.loops.weights("applied-scientist", "senior")
    assert {round_: counts[topic] for round_, topic in rounds.items()} == pytest.approx(of_loop)
    assert counts[rounds["depth"]] > 1 > counts[rounds["general-coding"]]
    plan.change(whole, weights={"round:depth": 0}, level="")
    with whole.reading() as work:
        assert agenda.weights_of(work)[rounds["depth"]] == 0, "what one says oneself counts besides"
    plan.change(whole, role="", weights={"round:depth": 1})
    with whole.reading() as work:
        assert set(agenda.weights_of(work).values()) == {1.0}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"role": "ml-engineeer"}, "no role called 'ml-engineeer'. Did you mean ml-engineer"),
        ({"level": "boss"}, "no level called 'boss'. There are new-grad, mid, senior, staff."),
        ({"sure_of": ["Linear algoritms"]}, "no group of topics called .* Did you mean Linear algorithms"),
        ({"days_off": range(7)}, "one at least must be left"),
        ({"days_off": {7}}, "days of the week"),
    ],
)
def test_what_no_plan_says_of_who_one_is(ws: Workspace, given: dict[str, Any], why: str) -> None:
    whole = replace(ws, library=read_library([bundled()]))
    with pytest.raises(BadPlan, match=why):
        plan.change(whole, **given)
    assert look(ws, lambda work: work.plans.get()) == Plan("me")


def test_days_by_their_names() -> None:
    assert possible.days_named("Sat,sun") == possible.days_named("saturday SUNDAY") == {5, 6}
    assert possible.days_named("none") == possible.days_named("") == frozenset()
    for wrong in ("s", "holiday", "sat,never", "6"):
        with pytest.raises(BadPlan, match="There is no day called"):
            possible.days_named(wrong)
