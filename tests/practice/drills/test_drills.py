"""The pattern drill: what is asked, how it is judged and scored, and when it comes back."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.content.library import Library, read_library
from sharpen.domain.memory import Rating
from sharpen.domain.session import Given
from sharpen.practice import Workspace
from sharpen.practice.day import session
from sharpen.practice.day.drilling import AT_ONCE
from sharpen.practice.day.subject import DRILL
from sharpen.practice.drills import exercise, recognition
from sharpen.practice.errors import BadAnswer, NotAnswered
from tests.looking import look
from tests.practice.drilling import front, letters, write_drills
from tests.practice.reviewing import START, clock

BUNDLED = Library.open()


@pytest.fixture
def ws(ws: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """With twelve statements of three patterns."""
    with clock(START):
        yield replace(ws, library=read_library([write_drills(tmp_path / "drills")]))


def drilled(ws: Workspace, rating: Rating, **how: bool) -> str:
    """Answer the statement in front and rate it; its id."""
    asked = front(ws)
    session.answer(ws, asked.key, places=letters(ws, asked, **how), topic=DRILL.id)
    session.rate(ws, asked.key, rating, seconds=60.0, topic=DRILL.id)
    return asked.item


def test_a_statement_comes_without_title_topic_follow_up_or_complexity(ws: Workspace) -> None:
    asked = front(ws)
    assert asked.hides_topic
    assert "Sum each stretch" not in asked.question, "that sentence says how long it may take"
    assert "A list has many values." in asked.question
    assert "O(n)" not in asked.question
    assert "window slides" not in asked.question
    assert "\n- \n" not in asked.question
    assert [part.name for part in asked.parts] == ["Pattern", "Time", "Extra space"]
    assert [part.options for part in asked.parts] == [6, 3, 3]


@pytest.mark.parametrize(
    ("pattern", "cost", "ratings"),
    [
        (True, True, [Rating.GOOD, Rating.EASY]),
        (True, False, [Rating.HARD]),
        (False, True, [Rating.AGAIN]),
        (False, False, [Rating.AGAIN]),
    ],
)
def test_the_answer_decides_which_ratings_there_are(
    ws: Workspace, pattern: bool, cost: bool, ratings: list[Rating]
) -> None:
    asked = front(ws)
    places = letters(ws, asked, pattern=pattern, cost=cost)
    after = session.answer(ws, asked.key, places=places, topic=DRILL.id).asked
    assert after
    assert after.judged
    assert after.intervals
    assert list(after.intervals) == ratings
    assert after.judged.right == (pattern and cost)
    assert "values that lie side by side" in after.judged.explanation
    whys = {option.why for option in after.judged.options}
    assert whys == {"They lie side by side.", "It sorts what is in order.", ""}
    for rating in set(Rating) - set(ratings):
        with pytest.raises(NotAnswered):
            session.rate(ws, asked.key, rating, topic=DRILL.id)


def test_who_does_not_know_did_not_recognize_it(ws: Workspace) -> None:
    asked = front(ws)
    after = session.answer(ws, asked.key, topic=DRILL.id).asked
    assert after
    assert after.judged
    assert after.judged.ratings == (Rating.AGAIN,)


@pytest.mark.parametrize("places", [[0], [0, 6], [0, 1, 6, 9], [0, 6, 7], [0, 6, 12], [-1, 6, 9], [0, 0, 6, 9]])
def test_one_option_of_each_part_is_an_answer_and_nothing_else(ws: Workspace, places: list[int]) -> None:
    with pytest.raises(BadAnswer, match="one pattern, one time and one space"):
        session.answer(ws, front(ws).key, places=places, topic=DRILL.id)


def test_a_session_is_ten_statements_and_each_pattern_comes_before_any_comes_twice(ws: Workspace) -> None:
    asked = []
    while (now := look(ws, session.current, DRILL.id).asked) is not None:
        asked.append(ws.library.drills[now.item.removeprefix("drill/")].pattern)
        drilled(ws, Rating.GOOD)
    assert len(asked) == AT_ONCE
    assert len(set(asked[:3])) == len(set(asked[3:6])) == 3
    more = session.more(ws, DRILL.id)
    assert more.progress.left == 2
    while look(ws, session.current, DRILL.id).asked:
        drilled(ws, Rating.GOOD)
    assert session.more(ws, DRILL.id).asked is None


def test_a_missed_pattern_comes_back_in_the_session_and_tomorrow_and_the_rest_later(ws: Workspace) -> None:
    missed = drilled(ws, Rating.AGAIN, pattern=False)
    rest = [drilled(ws, Rating.GOOD) for _ in range(AT_ONCE)]
    assert rest[6] == missed
    with clock(START + timedelta(days=1)):
        tomorrow = session.resume(ws)
        assert tomorrow.asked
        assert (tomorrow.asked.item, tomorrow.progress.left) == (missed, 1)
    with clock(START + timedelta(days=40)):
        coming = session.resume(ws)
        assert coming.asked
        assert coming.asked.item.startswith("drill/")
        assert coming.progress.left == AT_ONCE, "only what was drilled comes back by itself"


def test_undo_takes_a_drill_back_whole(ws: Workspace) -> None:
    first = drilled(ws, Rating.GOOD)
    assert look(ws, recognition.gather).drilled == 1
    assert session.undo(ws, DRILL.id).asked
    assert front(ws).item == first
    assert look(ws, recognition.gather).drilled == 0


def test_recognition_is_scored_by_pattern_and_month(ws: Workspace) -> None:
    for day, (rating, how) in enumerate(
        [
            (Rating.GOOD, {}),
            (Rating.HARD, {"cost": False}),
            (Rating.AGAIN, {"pattern": False}),
            (Rating.EASY, {}),
        ]
    ):
        with clock(START + timedelta(days=10 * day)):
            drilled(ws, rating, **how)
    found = look(ws, recognition.gather)
    assert (found.drilled, found.recognized) == (4, 3)
    assert sum(pattern.drilled for pattern in found.patterns) == 4
    assert sum(pattern.with_cost for pattern in found.patterns) == 2
    assert [(month.first.month, month.drilled) for month in found.months] == [(11, 1), (12, 3)]
    assert all(pattern.statements == 4 for pattern in found.patterns if pattern.drilled)


@given(slug=st.sampled_from(sorted(BUNDLED.drills)), seed=st.integers(0, 2**30))
def test_every_showing_of_every_statement_has_one_right_answer_among_its_options(slug: str, seed: int) -> None:
    drill = BUNDLED.drills[slug]

    class Work:
        library = BUNDLED

    questions = exercise._questions(Work(), drill, seed)  # type: ignore[arg-type]
    pattern, time, space = (question.options for question in questions)
    assert pattern.count(drill.pattern) == pattern.count(drill.tempting) == 1
    assert not set(pattern) & set(drill.also)
    assert len(set(pattern)) == exercise.PATTERNS
    assert Counter(time) == Counter(drill.time)
    assert Counter(space) == Counter(drill.space)


def test_an_answer_is_kept_as_places(ws: Workspace) -> None:
    asked = front(ws)
    places = tuple(letters(ws, asked))
    after = session.answer(ws, asked.key, places=places, topic=DRILL.id).asked
    assert after
    assert after.judged
    assert after.judged.given == Given(places)
