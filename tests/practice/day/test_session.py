"""A session is kept with every step: answered, rated, undone, suspended, buried, and found again after a crash."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.attempt import Origin
from sharpen.domain.draft import Draft
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.plan import Plan
from sharpen.practice import Workspace
from sharpen.practice.day import listing, plan, session, statistics
from sharpen.practice.errors import (
    BadAnswer,
    NoSuchItem,
    NoSuchTopic,
    NotAnswered,
    NothingToTakeBack,
    NotInFront,
)
from sharpen.practice.items.asked import Asked
from sharpen.practice.solving import attempts, hints, recurrence
from tests.looking import look
from tests.practice.conftest import RIGHT, WRONG
from tests.practice.reviewing import DECK, START, answer_right, clock
from tests.zones import BERLIN, NEEDED, TOKYO, zone

CARDS = 7


@pytest.fixture
def ws(ws: Workspace, content: Path) -> Iterator[Workspace]:
    """With a deck of seven cards."""
    with clock(START):
        yield replace(ws, library=read_library([content, DECK]))


def front(ws: Workspace, topic: str = "") -> Asked:
    asked = look(ws, session.current, topic).asked
    assert asked
    return asked


def passed(ws: Workspace, rating: Rating = Rating.GOOD, seconds: float = 10.0) -> Asked | None:
    """Answer the item in front rightly, and rate it."""
    return session.rate(ws, answer_right(ws, front(ws)).key, rating, seconds=seconds).asked


def finished(ws: Workspace, rating: Rating = Rating.GOOD) -> int:
    """Go through the whole session and return how many were rated."""
    session.resume(ws)
    count = 0
    while look(ws, session.current).asked:
        passed(ws, rating)
        count += 1
    return count


def everything(ws: Workspace) -> object:
    with ws.reading() as work:
        kept = list(work.memories.everything()), list(work.reviews.everything()), work.reviews.days()
        return *kept, work.reviews.by_bin(), work.reviews.pace()


def test_a_first_session_asks_new_cards_of_every_kind(ws: Workspace) -> None:
    begun = session.resume(ws).progress
    assert (begun.left, begun.new, begun.rated, begun.can_undo) == (CARDS, CARDS, 0, False)
    expected = look(ws, plan.forecast).days[0].minutes
    assert begun.minutes == pytest.approx(expected), "the session and the plan say the same"
    kinds = Counter()
    while asked := look(ws, session.current).asked:
        assert asked.memory is None
        assert asked.judged is None
        assert asked.topic_title
        answered = answer_right(ws, asked)
        assert answered.judged
        assert answered.judged.right in (True, None)
        assert answered.judged.suggested >= Rating.GOOD
        assert answered.intervals
        assert list(answered.intervals.values()) == sorted(answered.intervals.values())
        session.rate(ws, asked.key, Rating.GOOD)
        kinds[asked.kind] += 1
    assert kinds == {ItemKind.CHOICE: 3, ItemKind.NUMERIC: 1, ItemKind.ORDER: 1, ItemKind.RECALL: 2}
    done = session.resume(ws).progress
    assert (done.left, done.rated, done.can_undo) == (0, CARDS, True)


@pytest.mark.parametrize("topic", ["", "averages"])
def test_looking_before_the_first_step_keeps_nothing_and_shows_what_it_begins_with(ws: Workspace, topic: str) -> None:
    seen = look(ws, session.current, topic)
    assert seen.progress.left == (5 if topic else CARDS)
    for hours in range(12):
        with clock(START + timedelta(hours=hours)):
            assert look(ws, session.current, topic).asked == seen.asked, "all day long"
    assert look(ws, lambda work: work.review_sessions.get(topic)) is None
    assert seen.asked
    begun = session.answer(ws, seen.asked.key, topic=topic)
    assert begun.asked
    assert (begun.asked.key, begun.progress.left) == (seen.asked.key, seen.progress.left)
    assert look(ws, session.current, topic) == begun


def test_the_first_step_begins_with_what_was_shown_whatever_would_come_first_by_now(ws: Workspace) -> None:
    shown = [front(ws)]
    for _ in range(3):
        listing.suspend(ws, shown[-1].item)
        shown.append(front(ws))
    for asked in shown:
        listing.ask_again(ws, asked.item)
    assert front(ws).item == shown[0].item
    assert look(ws, session.current, shown=shown[3].key).asked == shown[3]
    with pytest.raises(BadAnswer):
        session.answer(ws, shown[3].key, places=[99])
    plan.change(ws, new_a_day=1)
    answered = session.answer(ws, shown[3].key)
    assert answered.asked
    assert answered.asked.key == shown[3].key
    passed(ws)
    assert session.undo(ws).asked


def test_what_may_not_be_asked_any_more_begins_no_session(ws: Workspace) -> None:
    asked = front(ws)
    with clock(START + timedelta(days=1)), pytest.raises(NotInFront):
        session.answer(ws, asked.key)
    with pytest.raises(NotInFront):
        session.answer(ws, asked.key, topic="spread" if asked.topic == "averages" else "averages")
    with pytest.raises(NotInFront):
        session.answer(ws, f"0:{asked.item}:1")
    listing.suspend(ws, asked.item)
    with pytest.raises(NotInFront):
        session.answer(ws, asked.key)
    assert look(ws, lambda work: work.review_sessions.get("")) is None


def test_what_is_shown_and_what_comes_of_an_answer(ws: Workspace) -> None:
    session.resume(ws, "averages")
    seen: dict[str, Asked] = {}
    while asked := look(ws, session.current, "averages").asked:
        assert look(ws, session.current, "averages").asked == asked, "looking changes nothing"
        wrong = session.answer(ws, asked.key, topic="averages").asked
        assert wrong.judged
        assert wrong.judged.suggested is Rating.AGAIN
        seen[asked.item] = wrong
        session.rate(ws, asked.key, Rating.EASY, topic="averages")
    choice, several = seen["averages/outlier"], seen["averages/minimizers"]
    assert not choice.several
    assert several.several
    assert choice.judged
    assert [option.text for option in choice.judged.options] == list(choice.options)
    assert sum(option.right for option in choice.judged.options) == 1
    assert all(option.why and not option.chosen for option in choice.judged.options)
    order = seen["averages/median-by-hand"]
    assert order.judged
    assert sorted(order.options) == sorted(order.judged.steps)
    assert order.options != order.judged.steps == ("Sort the values.", "Count them.", "Take the one in the middle.")
    numeric = seen["averages/mean-of-three"]
    assert numeric.judged
    assert numeric.unit == numeric.judged.unit == "points"
    assert numeric.judged.answer in numeric.judged.explanation
    recall = seen["averages/mean-or-median"]
    assert recall.judged
    assert recall.judged.right is None
    assert (len(recall.judged.points), len(recall.judged.misconceptions)) == (4, 1)


def test_ticks_of_a_recall_card_may_change_and_other_answers_may_not(ws: Workspace) -> None:
    session.resume(ws, "averages")
    while (asked := front(ws, "averages")).kind is not ItemKind.RECALL:
        first = session.answer(ws, asked.key, topic="averages").asked
        assert answer_right(ws, asked, "averages").judged == first.judged, "the first answer counts"
        session.rate(ws, asked.key, Rating.GOOD, topic="averages")
    suggested = []
    for ticks in ([], [0, 3], [0, 1, 2], [0, 1, 2, 3], [2]):
        judged = session.answer(ws, asked.key, places=ticks, topic="averages").asked.judged
        assert judged
        suggested.append(judged.suggested)
    assert suggested == [Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY, Rating.AGAIN]


@pytest.mark.parametrize("places", [[9], [-1], [0, 0]])
def test_places_that_are_not_there_are_refused(ws: Workspace, places: list[int]) -> None:
    session.resume(ws)
    while front(ws).kind is not ItemKind.CHOICE:
        passed(ws)
    with pytest.raises(BadAnswer):
        session.answer(ws, front(ws).key, places=places)
    assert front(ws).judged is None


def test_a_number_that_cannot_be_read_is_asked_again(ws: Workspace) -> None:
    session.resume(ws)
    while front(ws).kind is not ItemKind.NUMERIC:
        passed(ws)
    with pytest.raises(BadAnswer, match="'seven' is not a number; write it like"):
        session.answer(ws, front(ws).key, typed="seven")
    assert answer_right(ws, front(ws)).judged.right  # type: ignore[union-attr]


def test_an_action_that_comes_late_changes_nothing(ws: Workspace) -> None:
    session.resume(ws)
    first = answer_right(ws, front(ws))
    session.rate(ws, first.key, Rating.GOOD)
    before = everything(ws)
    for late in (
        lambda: session.rate(ws, first.key, Rating.GOOD),
        lambda: session.answer(ws, first.key),
        lambda: session.suspend(ws, first.key),
        lambda: session.bury(ws, first.key),
        lambda: session.note(ws, first.key, "x"),
        lambda: session.rate(ws, first.key, Rating.GOOD, topic="averages"),
    ):
        with pytest.raises(NotInFront):
            late()
    with pytest.raises(NotAnswered):
        session.rate(ws, front(ws).key, Rating.GOOD)
    assert everything(ws) == before


def test_a_lapsed_item_comes_again_with_other_numbers(ws: Workspace) -> None:
    session.resume(ws)
    while front(ws).kind is not ItemKind.NUMERIC:
        passed(ws)
    lapsed = front(ws)
    passed(ws, Rating.AGAIN)
    others = 0
    while front(ws).item != lapsed.item:
        passed(ws)
        others += 1
    assert others <= 6
    assert front(ws).again
    assert front(ws).question != lapsed.question
    assert front(ws).memory
    passed(ws)
    with ws.reading() as work:
        log = [each for each in work.reviews.everything() if each.item.id == lapsed.item]
        assert len({each.seed for each in log}) == 2
        assert [each.rating for each in log] == [Rating.AGAIN, Rating.GOOD]
        assert work.reviews.by_bin() == {}, "a repeat within the day is not a prediction"


def test_every_step_can_be_undone_to_the_very_start(ws: Workspace) -> None:
    session.resume(ws)
    states = []
    steps = ["again", "good", "suspend", "again", "bury", "good", "again", "good", "good", "good"]
    for step in steps:
        asked = front(ws)
        states.append((asked.item, asked.key, everything(ws)))
        if step == "suspend":
            session.suspend(ws, asked.key)
        elif step == "bury":
            session.bury(ws, asked.key)
        else:
            passed(ws, Rating.AGAIN if step == "again" else Rating.HARD)
    for item, key, before in reversed(states):
        asked = session.undo(ws).asked
        assert (asked.item, asked.key) == (item, key)
        assert everything(ws) == before
    with pytest.raises(NothingToTakeBack):
        session.undo(ws)
    assert session.resume(ws).progress.left == CARDS


@NEEDED
def test_what_was_rated_in_tokyo_is_undone_in_berlin(ws: Workspace) -> None:
    """Ten minutes later the machine's clock says that it is another day there; what was counted is taken back."""
    before, at = everything(ws), datetime(2026, 11, 2, 20, 30, tzinfo=UTC)
    with zone(TOKYO), clock(at):
        session.resume(ws)
        passed(ws)
        passed(ws)
    with zone(BERLIN), clock(at + timedelta(minutes=10)):
        session.undo(ws)
        session.undo(ws)
        assert everything(ws) == before
        assert look(ws, statistics.gather).days == ()


@pytest.mark.parametrize("minutes", [-5, 5])
def test_cards_grow_whether_the_mornings_begin_earlier_or_later(ws: Workspace, minutes: int) -> None:
    """Again, then Good each morning, through the session of the day, whose card comes back when it is due."""
    stability = []
    for number in range(4):
        with clock(START + number * timedelta(days=1, minutes=minutes)):
            asked = session.resume(ws, "spread").asked
            assert asked
            while asked.item != "spread/bessel":
                asked = session.bury(ws, asked.key, "spread").asked
                assert asked
            given = answer_right(ws, asked, "spread")
            session.rate(ws, given.key, Rating.GOOD if number else Rating.AGAIN, topic="spread")
            (here,) = [each for each in look(ws, lambda work: list(work.memories.everything())) if each.memory]
            assert here.memory
            stability.append(round(here.memory.stability, 2))
    assert stability == [0.21, 1.89, 4.47, 7.01], "a day lies between each two"
    reviews = look(ws, lambda work: list(work.reviews.everything()))
    assert [review.days for review in reviews] == [0, 1, 1, 1]
    assert all(0.5 < review.recall < 1 for review in reviews[1:])
    assert sum(count for count, _, _ in look(ws, lambda work: work.reviews.by_bin()).values()) == 3


def test_an_undone_rating_leaves_the_answer_to_be_rated_anew(ws: Workspace) -> None:
    session.resume(ws)
    answered = answer_right(ws, front(ws))
    session.rate(ws, answered.key, Rating.EASY)
    assert session.undo(ws).asked == answered
    session.rate(ws, answered.key, Rating.HARD)
    with ws.reading() as work:
        assert [each.rating for each in work.reviews.everything()] == [Rating.HARD]


def test_a_step_back_takes_the_answer_first_and_then_the_step_before(ws: Workspace) -> None:
    session.resume(ws)
    first = front(ws)
    answered = answer_right(ws, first)
    session.rate(ws, answered.key, Rating.EASY)
    second = front(ws)
    answer_right(ws, second)
    assert session.step_back(ws).asked == second
    assert session.step_back(ws).asked == answered
    assert session.step_back(ws).asked == first
    with pytest.raises(NothingToTakeBack):
        session.step_back(ws)


def test_what_was_reviewed_elsewhere_stays_when_undone_here(ws: Workspace) -> None:
    session.resume(ws)
    first = front(ws)
    passed(ws)
    session.resume(ws, first.topic)
    while (asked := front(ws, first.topic)).item != first.item:
        session.bury(ws, asked.key, first.topic)
    session.rate(ws, answer_right(ws, asked, first.topic).key, Rating.GOOD, topic=first.topic)
    before = everything(ws)
    with pytest.raises(NothingToTakeBack, match="elsewhere"):
        session.undo(ws)
    assert everything(ws) == before


def test_undo_steps_over_what_was_reviewed_elsewhere(ws: Workspace) -> None:
    session.resume(ws)
    earlier = front(ws)
    passed(ws)
    later = front(ws)
    passed(ws)
    session.resume(ws, later.topic)
    while (asked := front(ws, later.topic)).item != later.item:
        session.bury(ws, asked.key, later.topic)
    session.rate(ws, answer_right(ws, asked, later.topic).key, Rating.GOOD, topic=later.topic)
    taken_back = session.undo(ws).asked
    assert taken_back
    assert taken_back.item == earlier.item
    with ws.reading() as work:
        assert {each.item.id for each in work.reviews.everything()} == {later.item}
    passed(ws)
    assert front(ws).item != later.item


def test_a_crash_resumes_at_the_exact_card_and_its_answer(ws: Workspace, content: Path) -> None:
    session.resume(ws)
    passed(ws)
    passed(ws, Rating.AGAIN)
    answered = answer_right(ws, front(ws))
    reopened = replace(ws, library=read_library([content, DECK]))
    assert session.resume(reopened).progress.rated == 2
    assert look(reopened, session.current).asked == answered
    assert session.undo(reopened).asked.memory is None


def test_a_session_of_yesterday_is_not_resumed(ws: Workspace) -> None:
    session.resume(ws)
    passed(ws)
    with clock(START + timedelta(days=1)):
        ahead = look(ws, session.current).progress
        assert (ahead.rated, ahead.left, ahead.can_undo) == (0, CARDS - 1, False)
        begun = session.resume(ws).progress
        assert begun.rated == 0
        assert begun.left == CARDS - 1, "what was met yesterday is due in two days"


def test_items_suspended_reviewed_or_deleted_elsewhere_are_not_asked(ws: Workspace, content: Path) -> None:
    session.resume(ws)
    listing.suspend(ws, front(ws).item)
    elsewhere = front(ws)
    session.resume(ws, elsewhere.topic)
    while (asked := front(ws, elsewhere.topic)).item != elsewhere.item:
        session.suspend(ws, asked.key, elsewhere.topic)
    session.rate(ws, answer_right(ws, asked, asked.topic).key, Rating.GOOD, topic=asked.topic)
    assert (look(ws, session.current).asked is None) or front(ws).item != elsewhere.item
    without = replace(ws, library=read_library([content]))
    assert session.resume(without).progress.left == 0
    assert look(without, session.current).asked is None


def test_suspended_items_are_listed_and_taken_back(ws: Workspace) -> None:
    session.resume(ws)
    asked = front(ws)
    session.suspend(ws, asked.key)
    (listed,) = look(ws, listing.suspended)
    assert listed.standing.item.id == asked.item
    assert listed.title
    with clock(START + timedelta(days=1)):
        assert session.resume(ws).progress.left == CARDS - 1
    listing.ask_again(ws, asked.item)
    assert look(ws, listing.suspended) == []
    with clock(START + timedelta(days=2)):
        assert session.resume(ws).progress.left == CARDS
    with pytest.raises(NoSuchItem):
        listing.ask_again(ws, "averages/nothing")


def test_a_buried_item_is_back_tomorrow(ws: Workspace) -> None:
    session.resume(ws)
    session.bury(ws, front(ws).key)
    assert session.resume(ws).progress.left == CARDS - 1
    with clock(START + timedelta(days=1)):
        assert session.resume(ws).progress.left == CARDS


def test_notes_stay_with_the_item(ws: Workspace) -> None:
    session.resume(ws)
    asked = session.note(ws, front(ws).key, " The second option is right too. ").asked
    assert asked.note == front(ws).note == "The second option is right too."
    assert [(each.standing.item.id, each.note) for each in look(ws, listing.noted)] == [(asked.item, asked.note)]
    assert session.note(ws, asked.key, "").asked.note == ""
    listing.note(ws, "spread/units", "x")
    listing.note(ws, "spread/units", "")
    assert look(ws, listing.noted) == []
    with pytest.raises(NoSuchItem):
        listing.note(ws, "spread/nothing", "x")


def test_leeches_are_listed_with_advice(ws: Workspace) -> None:
    day = START
    for _ in range(9):
        with clock(day):
            session.resume(ws, "spread")
            for _ in range(2):
                asked = session.answer(ws, front(ws, "spread").key, topic="spread").asked
                session.rate(ws, asked.key, Rating.AGAIN, topic="spread")
        day += timedelta(days=1)
    found = look(ws, listing.leeches)
    assert {each.standing.item.id for each in found} == {"spread/units", "spread/bessel"}
    assert all("suspend it" in each.advice for each in found)


def test_a_topic_must_exist(ws: Workspace) -> None:
    with pytest.raises(NoSuchTopic, match="Did you mean averages"):
        session.resume(ws, "average")


def test_minutes_and_new_items_of_a_day_are_respected(ws: Workspace) -> None:
    plan.change(ws, new_a_day=2)
    assert finished(ws) == 2
    assert session.resume(ws).progress.left == 0, "done is done"
    assert session.more(ws).progress.left == CARDS - 2
    with clock(START + timedelta(days=1)):
        plan.change(ws, minutes=1)
        assert session.resume(ws).progress.minutes <= 1


def test_a_new_plan_counts_at_once_unless_a_session_has_begun(ws: Workspace) -> None:
    assert session.resume(ws).progress.left == CARDS
    plan.change(ws, new_a_day=3)
    assert session.resume(ws).progress.left == 3
    passed(ws)
    plan.change(ws, new_a_day=1)
    assert session.resume(ws).progress.left == 2


def test_due_items_come_before_new_ones(ws: Workspace) -> None:
    plan.change(ws, new_a_day=3)
    assert finished(ws, Rating.HARD) == 3
    with clock(START + timedelta(days=30)):
        begun = session.resume(ws).progress
        assert (begun.left, begun.new) == (6, 3)


def test_with_a_date_new_items_are_paced_and_reviews_need_not_be_due(ws: Workspace) -> None:
    plan.change(ws, date=(START + timedelta(days=9)).date())
    assert finished(ws, Rating.EASY) == 3, "seven cards in the first three of nine days"
    with clock(START + timedelta(days=8)):
        begun = session.resume(ws).progress
        assert begun.left == CARDS
        assert begun.new == CARDS - 3
    with clock(START + timedelta(days=30)):
        assert session.resume(ws).progress.left == CARDS, "when the date is over, what is due comes as without one"


def attempted(ws: Workspace, source: str, seconds: float = 0.0) -> None:
    list(attempts.judge(ws, attempts.submit(ws, "mean", source, origin=Origin.WEB, seconds=seconds).id))


def problem_reviews(ws: Workspace) -> list[Rating]:
    with ws.reading() as work:
        return [each.rating for each in work.reviews.everything() if each.item.kind is ItemKind.PROBLEM]


def test_a_solved_problem_comes_back_and_is_rated_by_its_verdict(ws: Workspace) -> None:
    attempted(ws, WRONG)
    assert problem_reviews(ws) == []
    attempted(ws, RIGHT, 400)
    attempted(ws, RIGHT, 900)
    assert problem_reviews(ws) == [Rating.GOOD], "polish on the same day is not a review"
    later = START + timedelta(days=60)
    with clock(later):
        session.resume(ws)
        while (asked := front(ws)).kind is not ItemKind.PROBLEM:
            passed(ws)
        assert asked.elsewhere
        assert asked.item == "mean"
        with pytest.raises(NotAnswered):
            session.rate(ws, asked.key, Rating.GOOD)
        with pytest.raises(NotAnswered):
            session.answer(ws, asked.key)
        attempted(ws, RIGHT, 100)
        assert look(ws, session.current).asked is None, "solving it is the review"
    assert problem_reviews(ws) == [Rating.GOOD, Rating.EASY]


HALF, STARTER = "def mean(xs:\n", "def mean(xs):\n    raise NotImplementedError\n"


@pytest.mark.parametrize(
    ("sources", "origin", "rating"),
    [
        ([STARTER] * 5, Origin.TERMINAL, Rating.EASY),
        ([HALF, HALF + "#", "x = 1", "import none"], Origin.WEB, Rating.EASY),
        ([WRONG] * 5, Origin.WEB, Rating.GOOD),
        ([f"{WRONG}# {save}" for save in range(5)], Origin.WATCH, Rating.GOOD),
        ([f"{WRONG}# {save}" for save in range(3)], Origin.TERMINAL, Rating.GOOD),
        ([f"{WRONG}# {save}" for save in range(4)], Origin.TERMINAL, Rating.HARD),
    ],
    ids=["the-starter", "does-not-load", "the-same-again", "saves-while-watching", "three-tries", "four-tries"],
)
def test_what_counts_as_a_wrong_submission(ws: Workspace, sources: list[str], origin: Origin, rating: Rating) -> None:
    for source in sources:
        list(attempts.judge(ws, attempts.submit(ws, "mean", source, origin=origin).id))
    attempted(ws, RIGHT, 100)
    assert problem_reviews(ws) == [rating]
    outcome = look(ws, recurrence.outcome, "mean", START)
    assert outcome is not None
    assert outcome.rating is rating
    wrong = {Rating.EASY: 0, Rating.GOOD: 1, Rating.HARD: 4}
    assert outcome.effort.wrong == (3 if len(sources) == 3 else wrong[rating])


def test_a_problem_given_up_is_due_soon(ws: Workspace) -> None:
    attempted(ws, RIGHT)
    with clock(START + timedelta(days=60)):
        session.resume(ws)
        while (asked := front(ws)).kind is not ItemKind.PROBLEM:
            passed(ws)
        assert session.rate(ws, asked.key, Rating.AGAIN).asked is None
        assert session.undo(ws).asked.item == "mean"
    assert problem_reviews(ws) == [Rating.GOOD]


@pytest.mark.parametrize(
    ("given", "rating"),
    [
        ({}, Rating.GOOD),
        ({"seconds": 290}, Rating.EASY),
        ({"seconds": 290, "wrong": 1}, Rating.GOOD),
        ({"seconds": 290, "hints": 1}, Rating.GOOD),
        ({"seconds": 901}, Rating.HARD),
        ({"hints": 2}, Rating.HARD),
        ({"wrong": 4}, Rating.HARD),
        ({"seconds": 100, "peeked": True}, Rating.AGAIN),
    ],
)
def test_what_an_accepted_attempt_is_worth(given: dict[str, int], rating: Rating) -> None:
    known = {"hints": 0, "peeked": False, "wrong": 0, "seconds": 0}
    assert recurrence.rating_of(10, **{**known, **given}) is rating  # type: ignore[arg-type]


def test_hints_of_an_earlier_time_do_not_count(ws: Workspace) -> None:
    for _ in range(2):
        hints.show_next(ws, "mean")
    attempted(ws, RIGHT)
    with clock(START + timedelta(days=400)):
        attempted(ws, RIGHT)
    assert problem_reviews(ws) == [Rating.HARD, Rating.GOOD]


def test_solving_something_new_takes_nothing_from_the_minutes_of_the_plan(ws: Workspace) -> None:
    expected = look(ws, plan.forecast).days[0]
    attempted(ws, RIGHT, look(ws, lambda work: work.plans.get()).minutes * 60 + 1)
    assert session.resume(ws).progress.left == CARDS
    assert look(ws, plan.forecast).days[0] == expected


def test_polish_on_the_day_a_problem_was_solved_does_not_count_the_next_time(ws: Workspace) -> None:
    attempted(ws, RIGHT)
    with clock(START + timedelta(hours=1)):
        for source in (WRONG, WRONG, RIGHT, WRONG, WRONG):
            attempted(ws, source)
        for _ in range(2):
            hints.show_next(ws, "mean")
    with clock(START + timedelta(days=400)):
        assert look(ws, hints.count_shown, "mean") == 0
        attempted(ws, RIGHT, 100)
    assert problem_reviews(ws) == [Rating.GOOD, Rating.EASY]


def test_solving_again_hints_and_solution_are_closed_and_count_anew(ws: Workspace) -> None:
    for _ in range(3):
        hints.show_next(ws, "mean")
    hints.peek(ws, "mean")
    attempted(ws, RIGHT)
    assert look(ws, hints.count_shown, "mean") == 3
    with clock(START + timedelta(days=400)):
        assert look(ws, hints.closed_again, "mean")
        assert look(ws, hints.count_shown, "mean") == 0
        assert not look(ws, hints.may_see_solution, "mean")
        assert not look(ws, hints.peeked, "mean")
        assert hints.show_next(ws, "mean") == 1
        hints.peek(ws, "mean")
        assert look(ws, hints.may_see_solution, "mean")
        attempted(ws, RIGHT)
        latest = look(ws, lambda work: work.attempts.of_problem("mean", 1))[0]
        assert (latest.hints, latest.peeked) == (1, True)
        assert not look(ws, hints.closed_again, "mean")
        assert look(ws, hints.may_see_solution, "mean")
    assert problem_reviews(ws) == [Rating.AGAIN, Rating.AGAIN]


def begun_again(ws: Workspace) -> Draft:
    with ws.writing() as work:
        return recurrence.begin_again(work, "mean")


def test_solving_again_starts_from_the_starter_once(ws: Workspace) -> None:
    from sharpen.practice.solving import drafts as draft

    draft.save(ws, "mean", RIGHT, seconds=300)
    assert begun_again(ws).source == RIGHT, "nothing to solve again yet"
    attempted(ws, RIGHT, 300)
    with clock(START + timedelta(days=60)):
        begun = begun_again(ws)
        assert begun.source == ws.library.problems.starter("mean")
        assert begun.seconds == 0
        with ws.writing() as work:
            work.drafts.put(replace(begun, source="typed"))
        assert begun_again(ws).source == "typed"
        assert draft.undo_reset(ws, "mean").source == RIGHT


def test_problems_solved_before_there_was_review_are_remembered(ws: Workspace) -> None:
    attempted(ws, RIGHT)
    with ws.writing() as work:
        (kept,) = work.reviews.everything()
        work.reviews.remove(kept.id)
        work.memories.put(replace(work.memories.get("mean"), memory=None))  # type: ignore[type-var]
    with clock(START + timedelta(days=60)):
        session.resume(ws)
    with ws.reading() as work:
        assert work.memories.get("mean")


def test_parameters_of_the_learner_are_used(ws: Workspace) -> None:
    from fsrs.scheduler import DEFAULT_PARAMETERS

    own = list(DEFAULT_PARAMETERS)
    own[2] = 20.0
    with ws.writing() as work:
        work.plans.put(Plan("me", parameters=tuple(own), updated=START))
    session.resume(ws)
    passed(ws)
    with ws.reading() as work:
        (standing,) = work.memories.everything()
    assert standing.memory
    assert standing.memory.stability == 20
