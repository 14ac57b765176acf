"""Attempts in the database: whole, brief, counted, and never another learner's."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

import pytest

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.store import Store, StoreError
from sharpen.store.solving import attempts
from tests.store.conftest import START, NewAttempt

RESULTS = (
    CheckResult("Rows sum to one", Kind.PROPERTY, Verdict.ACCEPTED, cpu_ms=0.1 + 0.2),
    CheckResult("Ties", Kind.ORACLE, Verdict.WRONG_ANSWER, 1.5, "why", "f(1)", "[1, 2]", "[2, 1]", "[0]", 3,
                "Traceback", "printed\0 \ud800 ünïcode", "<svg/>"),
)  # fmt: skip
DONE = START + timedelta(hours=1)


def get(store: Store, attempt_id: str, learner: str = "me") -> Attempt | None:
    with store.reading(learner) as mine:
        return mine.attempts.get(attempt_id)


def test_an_attempt_comes_back_as_it_was_kept(store: Store, new_attempt: NewAttempt) -> None:
    first = new_attempt(source="ünïcode\n\ttabs\r\n", hints=2, peeked=True, seconds=12.5)
    judged = {"state": State.FINISHED, "verdict": Verdict.WRONG_ANSWER, "results": RESULTS, "finished": DONE}
    second = new_attempt(**judged, cpu_ms=1.8)
    with store.writing("me") as mine:
        mine.attempts.add(first, second)
        mine.attempts.add()
    assert get(store, first.id) == first
    assert get(store, second.id) == second
    assert get(store, "nothing") is None


def test_an_attempt_that_is_put_takes_the_place_of_the_one_with_its_id(store: Store, new_attempt: NewAttempt) -> None:
    first, second = new_attempt(), new_attempt(state=State.INTERRUPTED)
    judged = replace(first, state=State.FINISHED, verdict=Verdict.WRONG_ANSWER, results=RESULTS, finished=DONE)
    with store.writing("me") as mine:
        mine.attempts.add(first)
        mine.attempts.put(judged, second)
        mine.attempts.put()
    assert (get(store, first.id), get(store, second.id)) == (judged, second)
    with pytest.raises(StoreError), store.writing("me") as mine:
        mine.attempts.add(first)
    assert get(store, first.id) == judged


def test_times_are_utc_whatever_zone_they_came_in(store: Store, new_attempt: NewAttempt) -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    with store.writing("me") as mine:
        mine.attempts.add(new_attempt(id="x", created=START.astimezone(there)))
    kept = get(store, "x")
    assert kept is not None
    assert kept.created == START
    assert kept.created.tzinfo is UTC


def test_judging_goes_from_start_to_finish(store: Store, new_attempt: NewAttempt) -> None:
    attempt = new_attempt()
    with store.writing("me") as mine:
        mine.attempts.add(attempt)
        mine.attempts.interrupt(attempt.id, RESULTS[:1])
    stopped = get(store, attempt.id)
    assert stopped is not None
    assert (stopped.state, stopped.verdict, stopped.results) == (State.INTERRUPTED, None, RESULTS[:1])
    with store.writing("me") as mine:
        mine.attempts.start(attempt.id, "v2")
    again = get(store, attempt.id)
    assert again is not None
    assert (again.state, again.version, again.results) == (State.JUDGING, "v2", ())
    with store.writing("me") as mine:
        mine.attempts.finish(attempt.id, Verdict.WRONG_ANSWER, RESULTS, DONE)
        mine.attempts.interrupt(attempt.id, ())
    done = get(store, attempt.id)
    assert done is not None
    assert (done.state, done.verdict, done.results) == (State.FINISHED, Verdict.WRONG_ANSWER, RESULTS)
    assert (done.finished, done.cpu_ms) == (DONE, 0.1 + 0.2 + 1.5)


def test_lists_are_newest_first_and_brief(store: Store, new_attempt: NewAttempt) -> None:
    made = [new_attempt(problem=problem, results=RESULTS) for problem in ("a", "b", "a", "a")]
    tied = [new_attempt(id=name, problem="a", created=START + timedelta(days=1)) for name in ("y", "z")]
    with store.writing("me") as mine:
        mine.attempts.add(*made, *tied)
    with store.reading("me") as mine:
        listed = mine.attempts.of_problem("a", 10)
        assert [attempt.id for attempt in listed] == ["z", "y", "a003", "a002", "a000"]
        assert {(attempt.source, attempt.results) for attempt in listed} == {("", ())}
        assert [attempt.id for attempt in mine.attempts.of_problem("a", 2, 1)] == ["y", "a003"]
        assert [attempt.id for attempt in mine.attempts.recent(3, 2)] == ["a003", "a002", "a001"]
        assert [attempt.id for attempt in mine.attempts.everything()] == ["a000", "a001", "a002", "a003", "y", "z"]
        assert (mine.attempts.count(), mine.attempts.count("a"), mine.attempts.count("c")) == (6, 5, 0)


def test_standings_tell_the_last_attempt_and_the_last_success(store: Store, new_attempt: NewAttempt) -> None:
    def at(problem: str, verdict: Verdict | None) -> Attempt:
        return new_attempt(problem=problem, verdict=verdict, state=State.FINISHED)

    won, lost = Verdict.ACCEPTED, Verdict.TIME_LIMIT
    made = [at("a", won), at("a", won), at("a", lost), at("b", lost), at("c", None), at("c", won)]
    with store.writing("me") as mine:
        mine.attempts.add(*made)
        replace(mine, learner="you").attempts.add(new_attempt(problem="d", learner="you"))
    times = [attempt.created for attempt in made]
    with store.reading("me") as mine:
        assert mine.attempts.standings() == {
            "a": (times[2], times[1]),
            "b": (times[3], None),
            "c": (times[5], times[5]),
        }
        assert replace(mine, learner="nobody").attempts.standings() == {}
        assert mine.attempts.is_accepted("a")
        assert not mine.attempts.is_accepted("b")
        assert not mine.attempts.is_accepted("d")


def test_learners_do_not_see_each_other(store: Store, new_attempt: NewAttempt) -> None:
    attempt = new_attempt(id="same")
    with store.writing("me") as mine:
        mine.attempts.add(attempt)
        yours = replace(mine, learner="you")
        yours.attempts.add(attempt)
        yours.attempts.finish("same", Verdict.ACCEPTED, RESULTS, DONE)
    assert get(store, "same") == attempt
    with store.reading("me") as mine:
        yours, theirs = replace(mine, learner="you"), replace(mine, learner="they")
        assert [each.attempts.count() for each in (mine, yours, theirs)] == [1, 1, 0]
        assert not mine.attempts.is_accepted("k-means")
        assert mine.attempts.stamps() == {"same": (State.JUDGING, None)}
        assert yours.attempts.stamps() == {"same": (State.FINISHED, DONE)}
        assert [each.learner for each in yours.attempts.everything()] == ["you"]


def test_results_of_another_sharpen_are_read_as_far_as_they_are_known() -> None:
    text = attempts.dumps(RESULTS).replace('"name"', '"mood":"good","name"')
    assert attempts.loads(text) == RESULTS


def test_only_attempts_of_dead_processes_are_abandoned(store: Store, new_attempt: NewAttempt) -> None:
    live, lost, done = new_attempt(), new_attempt(), new_attempt(state=State.FINISHED, verdict=Verdict.ACCEPTED)
    dead = "elsewhere boot space 12 34 1000"
    with store.writing("me") as mine:
        mine.attempts.add(live, lost, done)
        mine.db.exec_driver_sql("UPDATE attempts SET judged_by = ? WHERE id = ?", (dead, lost.id))
        before = {each.id: each.state for each in mine.attempts.recent(3)}
    assert before == {live.id: State.JUDGING, lost.id: State.INTERRUPTED, done.id: State.FINISHED}
    with store.writing("me") as mine:
        found = attempts.ONGOING.abandoned(mine.db)
        assert found == [("me", lost.id, dead)]
        mine.attempts.start(lost.id, "v1")
        attempts.ONGOING.interrupt(mine.db, found)
    kept = get(store, lost.id)
    assert kept is not None
    assert kept.state is State.JUDGING
