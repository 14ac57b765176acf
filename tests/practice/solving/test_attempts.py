"""Solving: an attempt is kept before it runs, and always ends in a state that says what happened to it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.attempt import Origin, Progress, State
from sharpen.domain.problem import Problem, Profile
from sharpen.domain.turn import Ahead, nobody_asks
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.judge import JudgeBroken, LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.errors import BadText, JudgingInterrupted, NoSuchAttempt, NoSuchProblem
from sharpen.practice.ids import new_id
from sharpen.practice.solving import attempts, drafts, hints, recurrence
from sharpen.practice.work import Work
from tests.looking import look
from tests.practice.conftest import RIGHT, WRONG


def submitted(ws: Workspace, source: str = RIGHT, slug: str = "mean") -> str:
    return attempts.submit(ws, slug, source, origin=Origin.TERMINAL).id


def test_a_submission_is_kept_before_it_is_judged(ws: Workspace) -> None:
    hints.show_next(ws, "mean")
    hints.peek(ws, "mean")
    before = datetime.now(UTC)
    attempt = attempts.submit(ws, "mean", "x = 1\r\n", origin=Origin.NOTEBOOK, seconds=12.5)
    assert look(ws, attempts.attempt, attempt.id) == attempt
    assert attempt.created >= before
    assert (attempt.state, attempt.verdict, attempt.results) == (State.JUDGING, None, ())
    assert (attempt.source, attempt.origin, attempt.seconds) == ("x = 1\n", Origin.NOTEBOOK, 12.5)
    assert (attempt.hints, attempt.peeked) == (1, True)
    assert attempt.version == ws.library.problems["mean"].version


def test_a_right_answer_is_accepted(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    results = list(attempts.judge(ws, attempt_id))
    assert [result.name for result in results] == ["The example", "One number", "Negative numbers"]
    attempt = look(ws, attempts.attempt, attempt_id)
    assert attempt.accepted
    assert attempt.state is State.FINISHED
    assert attempt.results == tuple(results)
    assert attempt.cpu_ms == sum(result.cpu_ms for result in results)
    assert attempt.finished is not None
    assert attempt.finished >= attempt.created


def test_a_wrong_answer_has_the_verdict_of_its_first_failure(ws: Workspace) -> None:
    attempt_id = submitted(ws, WRONG)
    results = list(attempts.judge(ws, attempt_id))
    assert [result.passed for result in results] == [True, True, False]
    assert look(ws, attempts.attempt, attempt_id).verdict is Verdict.WRONG_ANSWER
    assert results[2].input == "mean([-1, -3])"


def test_code_that_does_not_load_is_one_message(ws: Workspace) -> None:
    (result,) = attempts.judge(ws, submitted(ws, "def mean(:\n"))
    assert result.kind is Kind.LOAD
    assert result.line == 1


def test_a_finished_attempt_is_not_judged_again(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    results = list(attempts.judge(ws, attempt_id))
    before = look(ws, attempts.attempt, attempt_id)
    assert list(attempts.judge(replace(ws, judge=Breaks(ws, 0)), attempt_id)) == results
    assert look(ws, attempts.attempt, attempt_id) == before


def test_who_stops_reading_interrupts_and_may_judge_again(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    stream = attempts.judge(ws, attempt_id)
    first = next(stream)
    stream.close()  # type: ignore[attr-defined]
    attempt = look(ws, attempts.attempt, attempt_id)
    assert (attempt.state, attempt.verdict, attempt.results) == (State.INTERRUPTED, None, (first,))
    assert len(list(attempts.judge(ws, attempt_id))) == 3
    assert look(ws, attempts.attempt, attempt_id).accepted


class Breaks(LocalJudge):
    """The judge, which dies after some results as it does when somebody kills its processes."""

    def __init__(self, ws: Workspace, after: int) -> None:
        super().__init__(ws.library.problems.folder)
        self.after = after
        self.seeds: list[int | None] = []

    def judge(
        self, problem: Problem, source: str, ahead: Ahead = nobody_asks, *, seed: int | None = None
    ) -> Iterator[CheckResult]:
        self.seeds.append(seed)
        for number, result in enumerate(super().judge(problem, source, ahead, seed=seed)):
            if number == self.after:
                raise JudgeBroken("the judge died while judging")
            yield result


def test_a_broken_judge_interrupts_and_the_attempt_can_be_judged_again(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    broken = Breaks(ws, 2)
    with pytest.raises(JudgingInterrupted, match="the judge died while judging") as caught:
        list(attempts.judge(replace(ws, judge=broken), attempt_id))
    broken.close()
    assert "Your code is kept" in str(caught.value)
    attempt = look(ws, attempts.attempt, attempt_id)
    assert (attempt.state, len(attempt.results)) == (State.INTERRUPTED, 2)
    assert len(list(attempts.judge(ws, attempt_id))) == 3
    assert look(ws, attempts.attempt, attempt_id).accepted


def test_an_attempt_is_judged_with_a_seed_of_its_own_each_time(ws: Workspace) -> None:
    ids, broken = [submitted(ws), submitted(ws)], Breaks(ws, 1)
    for attempt_id in (ids[0], ids[0], ids[1]):
        with pytest.raises(JudgingInterrupted):
            list(attempts.judge(replace(ws, judge=broken), attempt_id))
    broken.close()
    one, other = (look(ws, attempts.attempt, attempt_id).seed for attempt_id in ids)
    assert broken.seeds == [one, one, other]
    assert one != other
    assert None not in (one, other)


def test_a_judge_killed_in_the_middle_loses_no_attempt(ws: Workspace) -> None:
    judge = LocalJudge(ws.library.problems.folder)
    with_own = replace(ws, judge=judge)
    list(attempts.judge(with_own, submitted(ws)))
    attempt_id = submitted(ws, "def mean(xs):\n    while True: pass\n")
    (examiner,) = judge._all
    threading.Timer(0.3, os.kill, (examiner._process.pid, signal.SIGKILL)).start()
    with pytest.raises(JudgingInterrupted):
        list(attempts.judge(with_own, attempt_id))
    assert look(ws, attempts.attempt, attempt_id).state is State.INTERRUPTED
    assert len(list(attempts.judge(with_own, submitted(ws)))) == 3
    judge.close()


def test_ctrl_c_while_judging_interrupts(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    stream = attempts.judge(ws, attempt_id)
    next(stream)
    with pytest.raises(KeyboardInterrupt):
        stream.throw(KeyboardInterrupt())  # type: ignore[attr-defined]
    assert look(ws, attempts.attempt, attempt_id).state is State.INTERRUPTED


def test_an_interrupted_attempt_is_judged_by_the_problem_of_today(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    stream = attempts.judge(ws, attempt_id)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    with ws.writing() as work:
        work.db.exec_driver_sql("UPDATE attempts SET version = 'old'")
    list(attempts.judge(ws, attempt_id))
    assert look(ws, attempts.attempt, attempt_id).version == ws.library.problems["mean"].version


def test_two_who_watch_the_same_attempt_both_see_all_of_it(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    first, second = attempts.judge(ws, attempt_id), attempts.judge(ws, attempt_id)
    seen = [next(first)]
    one = threading.Thread(target=lambda: seen.extend(first))
    one.start()
    assert len(list(second)) == 3
    one.join()
    assert len(seen) == 3
    assert look(ws, attempts.attempt, attempt_id).accepted


SERVER = """
import sys, time
from dataclasses import replace
from pathlib import Path
from sharpen.content.library import read_library
from sharpen.domain.attempt import Origin
from sharpen.practice import Settings, open_workspace
from sharpen.practice.solving import attempts
home, content, *sources = sys.argv[1:]
ws = open_workspace(Settings(home=home, content=(Path(content),)))
ids = [attempts.submit(ws, "mean", source, origin=Origin.WEB).id for source in sources]
stream = attempts.judge(ws, ids[-1])
next(stream)
print(*ids, flush=True)
time.sleep(60)
"""


def test_killing_the_server_loses_no_attempt(ws: Workspace, settings: Settings, content: Path) -> None:
    mine = submitted(ws)
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, str(settings.home), str(content), RIGHT, WRONG], stdout=-1, text=True
    ) as server:
        assert server.stdout is not None
        theirs = server.stdout.readline().split()
        # While the server lives, another start leaves its attempts alone.
        open_workspace(settings).close()
        assert {look(ws, attempts.attempt, one).state for one in [mine, *theirs]} == {State.JUDGING}
        server.kill()
    again = open_workspace(settings)
    states = {one: look(again, attempts.attempt, one).state for one in [mine, *theirs]}
    again.close()
    assert states == {mine: State.JUDGING, theirs[0]: State.INTERRUPTED, theirs[1]: State.INTERRUPTED}
    list(attempts.judge(ws, theirs[0]))
    assert look(ws, attempts.attempt, theirs[0]).accepted


def test_a_case_of_ones_own_is_run_and_not_kept(ws: Workspace) -> None:
    result = attempts.run(ws, "mean", WRONG, "xs = [-1, -2]\r\nmean(xs)")
    assert (result.got, result.expected, result.agrees) == ("1.5", "-1.5", False)
    assert look(ws, lambda work: work.attempts.count()) == 0


def test_lists_count_and_are_newest_first(ws: Workspace) -> None:
    ids = [submitted(ws, slug=slug) for slug in ("mean", "other-mean", "mean", "mean")]
    assert [attempt.id for attempt in look(ws, lambda work: work.attempts.of_problem("mean", 100))] == [
        ids[3],
        ids[2],
        ids[0],
    ]
    assert [attempt.id for attempt in look(ws, lambda work: work.attempts.of_problem("mean", 1, 1))] == [ids[2]]
    assert [attempt.id for attempt in look(ws, lambda work: work.attempts.recent(50))] == ids[::-1]
    assert [attempt.id for attempt in look(ws, lambda work: work.attempts.recent(2, 1))] == [ids[2], ids[1]]
    assert (look(ws, lambda work: work.attempts.count()), look(ws, lambda work: work.attempts.count("mean"))) == (4, 3)
    assert look(ws, lambda work: work.attempts.of_problem("mean", 100))[0].source == ""


def test_progress_goes_from_new_to_rusty(ws: Workspace) -> None:
    assert look(ws, attempts.progress) == {"mean": Progress.NEW, "other-mean": Progress.NEW}
    attempt_id = submitted(ws)
    assert look(ws, attempts.progress) == {"mean": Progress.TRIED, "other-mean": Progress.NEW}
    list(attempts.judge(ws, attempt_id))
    assert look(ws, attempts.progress)["mean"] is Progress.SOLVED
    list(attempts.judge(ws, submitted(ws, WRONG)))
    assert look(ws, attempts.progress)["mean"] is Progress.SOLVED
    with ws.writing() as work:
        old = replace(look(ws, attempts.attempt, attempt_id), created=datetime.now(UTC) - timedelta(days=31))
        work.attempts.put(old)
    assert look(ws, attempts.progress)["mean"] is Progress.RUSTY


def test_the_last_problem_worked_at_is_remembered(ws: Workspace) -> None:
    assert look(ws, attempts.last_worked) is None
    submitted(ws, slug="other-mean")
    assert look(ws, attempts.last_worked) == "other-mean"
    drafts.save(ws, "mean", "typing")
    assert look(ws, attempts.last_worked) == "mean"
    with ws.writing() as work:
        work.attempts.add(
            replace(
                look(ws, lambda work: work.attempts.recent(50))[0], id="z", problem="gone", created=datetime.now(UTC)
            )
        )
    assert look(ws, attempts.last_worked) == "mean"


def test_learners_keep_apart(ws: Workspace) -> None:
    attempt_id = submitted(ws)
    you = replace(ws, learner="you")
    with pytest.raises(NoSuchAttempt):
        look(you, attempts.attempt, attempt_id)
    with pytest.raises(NoSuchAttempt):
        attempts.judge(you, attempt_id)
    assert look(you, lambda work: work.attempts.recent(50)) == []


def test_what_cannot_be_kept_is_refused_with_what_to_do(ws: Workspace) -> None:
    with pytest.raises(BadText, match=r"The code has 200,001 characters; at most 200,000 are accepted"):
        submitted(ws, "x" * 200_001)
    with pytest.raises(BadText, match="NUL"):
        submitted(ws, "x = 1\0")
    with pytest.raises(BadText, match="half a character in line 2"):
        submitted(ws, "x = 1\ny = '\ud800'")
    with pytest.raises(BadText, match="A trial"):
        attempts.run(ws, "mean", RIGHT, "x" * 50_001)
    assert look(ws, lambda work: work.attempts.count()) == 0


def test_unknown_names_are_reported_with_what_was_meant(ws: Workspace) -> None:
    for ask in (hints.count_shown, hints.may_see_solution, drafts.draft, recurrence.comes_back, Work.problem):
        with pytest.raises(NoSuchProblem, match=r"no problem called 'meen'\. Did you mean mean"):
            look(ws, ask, "meen")
    for change in (hints.show_next, hints.peek, drafts.reset, drafts.undo_reset, Workspace.problem):
        with pytest.raises(NoSuchProblem, match=r"no problem called 'meen'\. Did you mean mean"):
            change(ws, "meen")
    with pytest.raises(KeyError):
        submitted(ws, slug="meen")
    with pytest.raises(NoSuchAttempt, match="no attempt 'x'"):
        look(ws, attempts.attempt, "x")


def test_ids_sort_by_time_and_do_not_repeat() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert {len(one) for one in ids} == {18}
    assert [one[:9] for one in ids] == sorted(one[:9] for one in ids)


def test_the_judge_starts_when_it_is_first_needed_and_ends_with_the_workspace(
    settings: Settings, content: Path
) -> None:
    before = children()
    ws = open_workspace(replace(settings, content=(content,)))
    look(ws, drafts.draft, "mean")
    look(ws, attempts.progress)
    attempt_id = submitted(ws)
    assert children() == before
    assert len(list(attempts.judge(ws, attempt_id))) == 3
    assert len(children() - before) == 1
    ws.close()
    assert children() == before


def test_a_warm_judge_starts_at_once(settings: Settings) -> None:
    before = children()
    ws = open_workspace(settings, warm=[Profile.STDLIB])
    assert len(children() - before) == 1
    ws.close()
    assert children() == before


def children() -> set[str]:
    """The ids of the processes that this one has started and that still run."""
    stats = (path.read_text() for path in Path("/proc").glob("[0-9]*/stat"))
    fields = [(stat.split()[0], stat.rpartition(")")[2].split()) for stat in stats]
    return {pid for pid, (_state, parent, *_rest) in fields if int(parent) == os.getpid()}


def test_the_library_that_comes_along_is_the_one_opened(settings: Settings, content: Path) -> None:
    more = Settings(home=settings.home, content=(content,))
    ws = open_workspace(more)
    assert {"mean", "other-mean"} <= set(ws.library.problems) | {fault.path.name for fault in ws.library.broken}
    assert read_library([content]).problems["mean"] == ws.library.problems.get("mean")
    ws.close()
