"""A mock from its beginning to its debrief, with everything that may come between."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.attempt import State
from sharpen.domain.card import Choice, Recall
from sharpen.domain.dive import How
from sharpen.domain.memory import Rating
from sharpen.domain.mock import Mock, Phase, phase
from sharpen.practice import Workspace
from sharpen.practice.depth import dives, projects
from sharpen.practice.design import sittings
from sharpen.practice.errors import BadText, NoSuchMock, NotNow
from sharpen.practice.mocks import asking, coding, debrief, mocks, rounds
from sharpen.practice.mocks.debrief import Debrief
from sharpen.practice.mocks.signal import Signal
from sharpen.practice.solving import drafts
from sharpen.practice.stories import stories, tellings
from tests.looking import look

from .conftest import earlier, now

WRONG = "def {entry}(*args, **kwargs):\n    return None\n"


def begun(ws: Workspace, loop: str = "phone-screen", **wanted: str) -> Mock:
    return mocks.begin(ws, mocks.start(ws, loop, **wanted).id)  # type: ignore[arg-type]


def judged(ws: Workspace, mock: Mock) -> Debrief:
    """The debrief once every verdict is there."""
    while (found := look(ws, debrief.gather, now(ws, mock))).judging:
        time.sleep(0.05)
    return found


def slug_of(mock: Mock) -> str:
    return mock.rounds[0].tasks[0].id


def with_card(ws: Workspace, mock: Mock, kind: type) -> str:
    """Let the first card of the round that goes on be of this kind; its id."""
    for topic in ws.library.outline:
        for card in ws.library.cards.of_topic(topic.id):
            if isinstance(card, kind):
                kept = now(ws, mock)
                with ws.writing() as work:
                    work.mocks.put(mocks.with_task(kept, 0, replace(kept.rounds[kept.place].tasks[0], id=card.id)))
                return card.id
    raise AssertionError


def test_code_is_judged_and_nobody_says_so_before_the_end(ws: Workspace) -> None:
    mock = begun(ws, level="mid")
    slug = slug_of(mock)
    source = ws.library.problems.solution(slug)
    assert coding.run_example(ws, mock.id, 0, source).verdict.accepted
    mock = coding.hand_in(ws, mock.id, 0, source, 600.0)
    attempt = look(ws, lambda work: work.attempts.of_problem(slug, 1)[0])
    assert mock.rounds[0].tasks[0].did == attempt.id
    rounds.end(ws, mock.id)
    rounds.end(ws, mocks.begin(ws, mock.id).id)
    found = judged(ws, mock)
    (shown,) = found.rounds[0].shown
    assert shown.share == 1.0
    assert shown.of.state is State.FINISHED
    assert found.rounds[0].signal is Signal.STRONG_HIRE
    assert found.rounds[1].signal is Signal.STRONG_NO_HIRE, "no card was reached"
    assert found.overall.signal is not None
    assert found.overall.signal <= Signal.NO_HIRE


def test_what_is_wrong_goes_into_the_plan_and_stays_with_the_mock(ws: Workspace) -> None:
    mock = begun(ws)
    problem = ws.problem(slug_of(mock))
    coding.hand_in(ws, mock.id, 0, WRONG.format(entry=problem.entry[0]))
    rounds.end(ws, mock.id)
    rounds.end(ws, mocks.begin(ws, mock.id).id)
    found = judged(ws, mock)
    assert problem.topic in found.weak
    assert found.rounds[0].share is not None
    assert found.rounds[0].share < 0.5
    while problem.topic not in now(ws, mock).weak:  # kept once the verdict is there
        time.sleep(0.05)
    assert look(ws, debrief.weak_topics) == found.weak


def test_what_stands_in_the_editor_in_time_is_handed_in(ws: Workspace) -> None:
    mock = begun(ws)
    slug = slug_of(mock)
    drafts.save(ws, slug, source=ws.library.problems.solution(slug), edit="p.1", base="")
    mock = earlier(ws, mock, mock.rounds[0].minutes - 0.01)
    time.sleep(1)
    assert phase(now(ws, mock), datetime.now(UTC)) is Phase.OVER
    with pytest.raises(NotNow, match="There is no round"):
        mocks.begin(ws, mock.id)
    mock = rounds.end(ws, mock.id)
    done = mock.rounds[0].tasks[0].did
    assert look(ws, lambda work: work.attempts.get(done)) is not None
    assert mock.rounds[0].ended is not None
    assert mock.rounds[0].started is not None
    assert mock.rounds[0].ended - mock.rounds[0].started == timedelta(minutes=mock.rounds[0].minutes)


def test_what_was_typed_long_after_the_end_does_not_count(ws: Workspace) -> None:
    mock = begun(ws)
    slug = slug_of(mock)
    earlier(ws, mock, mock.rounds[0].minutes + 5)
    drafts.save(ws, slug, source=ws.library.problems.solution(slug), edit="p.1", base="")
    with pytest.raises(NotNow, match="The time of this round is over"):
        coding.hand_in(ws, mock.id, 0, "x = 1")
    mock = rounds.end(ws, mock.id)
    assert mock.rounds[0].tasks[0].did == ""
    assert look(ws, lambda work: work.attempts.count()) == 0


def test_code_of_before_is_put_aside_and_can_be_brought_back(ws: Workspace) -> None:
    mock = mocks.start(ws, "phone-screen")
    slug = slug_of(mock)
    drafts.save(ws, slug, source="x = 1\n", seconds=300.0, edit="p.1", base="")
    mocks.begin(ws, mock.id)
    draft = look(ws, drafts.draft, slug)
    assert (draft.source, draft.seconds) == (ws.library.problems.starter(slug), 0.0)
    assert drafts.undo_reset(ws, slug).source == "x = 1\n"


def test_a_card_is_answered_once_and_is_a_review(ws: Workspace) -> None:
    mock = mocks.start(ws, "custom", rounds=[3])
    mocks.begin(ws, mock.id)
    card_id = with_card(ws, mock, Choice)
    asking.answer(ws, mock.id, 0)
    mock = asking.answer(ws, mock.id, 0, places=[0])
    task = mock.rounds[0].tasks[0]
    assert task.places == (), "the first answer stays"
    review = look(ws, lambda work: work.reviews.last_of(card_id))
    assert review is not None
    assert (review.id, review.rating) == (task.did, Rating.AGAIN)


def test_words_wait_for_ticks_and_are_rated_by_them(ws: Workspace) -> None:
    mock = mocks.start(ws, "custom", share="1/3", rounds=[3])
    mocks.begin(ws, mock.id)
    card_id = with_card(ws, mock, Recall)
    card = ws.library.cards[card_id]
    assert isinstance(card, Recall)
    asking.answer(ws, mock.id, 0, text="Because it does.")
    assert look(ws, lambda work: work.reviews.last_of(card_id)) is None
    with pytest.raises(BadText, match="when the round is over"):
        debrief.tick(ws, mock.id, 0, 0, [0])
    rounds.end(ws, mock.id)
    found = look(ws, debrief.gather, now(ws, mock))
    assert (found.rounds[0].signal, found.overall.signal) == (None, None)
    debrief.tick(ws, mock.id, 0, 0, range(len(card.points)))
    review = look(ws, lambda work: work.reviews.last_of(card_id))
    assert review is not None
    assert review.rating >= Rating.GOOD
    debrief.tick(ws, mock.id, 0, 0, [])
    review = look(ws, lambda work: work.reviews.last_of(card_id))
    assert review is not None
    assert review.rating is Rating.AGAIN, "ticked again, the later word counts, and once"
    assert len(look(ws, lambda work: list(work.reviews.everything()))) == 1
    assert look(ws, debrief.gather, now(ws, mock)).rounds[0].signal is Signal.STRONG_NO_HIRE
    with pytest.raises(NoSuchMock):
        debrief.tick(ws, mock.id, 0, 99, [])


def test_a_dive_a_case_and_stories_are_what_they_are_elsewhere(ws: Workspace) -> None:
    project = projects.create(ws, "Ranking")
    story = stories.begin(ws, "The late launch")
    mock = mocks.start(ws, "custom", share="1/2", rounds=[2, 4, 5])
    mocks.begin(ws, mock.id)
    path = rounds.open_dive(ws, mock.id)
    assert rounds.open_dive(ws, mock.id) == path, "opened again, it goes on"
    dive_id = path.rpartition("/")[2]
    front = look(ws, dives.find, project.id, dive_id).front
    assert front is not None
    dives.say(ws, project.id, dive_id, front.name, How.STRONG)
    rounds.end(ws, mock.id)
    assert look(ws, dives.find, project.id, dive_id).finished
    mocks.begin(ws, mock.id)
    assert rounds.open_case(ws, mock.id) == f"/cases/{now(ws, mock).rounds[1].tasks[0].id}"
    mock = rounds.end(ws, mock.id)
    case = mock.rounds[1].tasks[0]
    assert look(ws, sittings.find, case.id, case.did).finished
    mocks.begin(ws, mock.id)
    path = rounds.tell(ws, mock.id, 0, story.id)
    tellings.rate(ws, story.id, path.rpartition("/")[2], 4, 90.0)
    rounds.write(ws, mock.id, 1, "I counted twice.")
    mock = rounds.end(ws, mock.id)
    found = look(ws, debrief.gather, mock)
    depth, design, behavioral = found.rounds
    assert (depth.share, depth.signal) == (1.0, Signal.STRONG_HIRE)
    assert (design.share, design.shown[0].waits) == (None, "tick the rubric")
    assert [one.share for one in behavioral.shown] == [1.0, None]
    assert found.overall.signal is None
    question = ws.library.questions[mock.rounds[2].tasks[1].id]
    mock = debrief.tick(ws, mock.id, 2, 1, range(len(question.good) + 1))
    shown = look(ws, debrief.gather, mock).rounds[2].shown[1]
    assert shown.share == pytest.approx(1 - 1 / len(question.good)), "a bad sign takes a good one away"
    kept = look(ws, sittings.case_of, case.id)
    free = {point.id: 2 for point in kept.points if point.cell is None}
    sittings.tick(ws, case.id, case.did, free)
    found = look(ws, debrief.gather, now(ws, mock))
    assert found.rounds[1].share is not None
    assert found.overall.signal is not None
    assert look(ws, debrief.weak_topics) == found.weak
    worst = dict.fromkeys(free, 0)
    sittings.tick(ws, case.id, case.did, worst)  # on the page of the case, which knows nothing of mocks
    topic = ws.library.cases[case.id].topic
    assert topic not in now(ws, mock).weak
    assert topic in look(ws, debrief.weak_topics)


def test_one_mock_at_a_time_and_what_there_is_not(ws: Workspace) -> None:
    with pytest.raises(BadText, match="Choose one of the loops"):
        mocks.start(ws, "no-such-loop")
    with pytest.raises(BadText, match="Tick at least one round"):
        mocks.start(ws, "custom")
    with pytest.raises(BadText, match="Choose the durations"):
        mocks.start(ws, "phone-screen", share="2")
    mock = mocks.start(ws, "custom", rounds=[0, 5])
    assert [each.round for each in mock.rounds] == ["general-coding", "behavioral"]
    with pytest.raises(NotNow, match="Another mock goes on"):
        mocks.start(ws, "phone-screen")
    with pytest.raises(NotNow, match="No round goes on"):
        rounds.end(ws, mock.id)
    with pytest.raises(NotNow, match="The clock can be stopped"):
        mocks.pause(ws, mock.id)
    with pytest.raises(NoSuchMock):
        mocks.begin(ws, "nope")


def test_a_pause_shuts_the_round_and_is_in_the_debrief(ws: Workspace) -> None:
    mock = begun(ws)
    mocks.pause(ws, mock.id)
    with pytest.raises(NotNow, match="paused"):
        coding.hand_in(ws, mock.id, 0, "x = 1")
    earlier(ws, mock, 14)
    mocks.resume(ws, mock.id)
    mock = rounds.end(ws, mock.id)
    found = look(ws, debrief.gather, mock)
    assert found.pauses == 1
    assert found.stood == pytest.approx(14 * 60, abs=30)
    assert found.rounds[0].seconds < 30


def test_an_abandoned_mock_is_kept_and_taken_up_unless_a_newer_one_exists(ws: Workspace) -> None:
    mock = begun(ws)
    mocks.abandon(ws, mock.id)
    assert look(ws, lambda work: work.mocks.open_one()) is None
    assert look(ws, mocks.strip) is None
    mocks.take_up(ws, mock.id)
    strip = look(ws, mocks.strip)
    assert strip is not None
    assert (strip.number, strip.of) == (1, 2)
    mocks.abandon(ws, mock.id)
    mocks.start(ws, "phone-screen")
    with pytest.raises(NotNow, match="A newer mock exists"):
        mocks.take_up(ws, mock.id)
    assert look(ws, debrief.weak_topics) == {}, "it was not finished"


def test_a_skipped_round_says_so_and_does_not_count(ws: Workspace) -> None:
    mock = mocks.start(ws, "phone-screen")
    rounds.skip(ws, mock.id)
    rounds.skip(ws, mock.id)
    found = look(ws, debrief.gather, now(ws, mock))
    assert [each.reasons for each in found.rounds] == [("You skipped it.",)] * 2
    assert found.overall.signal is None
    assert found.mock.finished


def test_what_went_wrong_is_kept_where_the_last_round_is_skipped(ws: Workspace) -> None:
    mock = begun(ws)
    rounds.end(ws, mock.id)
    mock = rounds.skip(ws, mock.id)
    topic = ws.problem(slug_of(mock)).topic
    assert topic in mock.weak
    assert topic in look(ws, debrief.weak_topics)


def test_what_was_weak_is_read_off_the_mock(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    mock = begun(ws)
    coding.hand_in(ws, mock.id, 0, WRONG.format(entry=ws.problem(slug_of(mock)).entry[0]))
    rounds.end(ws, mock.id)
    rounds.end(ws, mocks.begin(ws, mock.id).id)
    weak = judged(ws, mock).weak
    while look(ws, debrief._is_behind, now(ws, mock)):  # kept once the verdict is there
        time.sleep(0.05)
    monkeypatch.delattr(debrief, "gather")
    assert look(ws, debrief.weak_topics) == weak


def test_interrupted_code_is_judged_again(ws: Workspace) -> None:
    mock = begun(ws)
    slug = slug_of(mock)
    coding.hand_in(ws, mock.id, 0, ws.library.problems.solution(slug))
    done = now(ws, mock).rounds[0].tasks[0].did
    rounds.end(ws, mock.id)
    rounds.end(ws, mocks.begin(ws, mock.id).id)
    judged(ws, mock)
    with ws.writing() as work:
        attempt = work.attempts.get(done)
        assert attempt is not None
        work.attempts.put(replace(attempt, state=State.INTERRUPTED, verdict=None, results=(), finished=None))
    found = look(ws, debrief.gather, now(ws, mock))
    assert found.interrupted
    coding.judge_again(ws, mock.id)
    while not (found := look(ws, debrief.gather, now(ws, mock))).rounds[0].share:
        time.sleep(0.05)
    assert found.rounds[0].shown[0].of.accepted
