"""Coding in a mock: the example is run, code is handed in, and the verdict waits until the round is over."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from threading import Thread

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.errors import SharpenError
from sharpen.domain.loop import What
from sharpen.domain.mock import GRACE, Mock, MockRound, MockTask, elapsed
from sharpen.domain.verdict import TrialResult
from sharpen.practice.errors import BadText
from sharpen.practice.mocks import debrief, mocks
from sharpen.practice.solving import attempts, drafts
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


def run_example(ws: Workspace, mock_id: str, place: int, source: str) -> TrialResult:
    """Run the example of the statement on the code, and nothing else. Raises NotNow, NoSuchMock, BadText."""
    with ws.reading() as work:
        slug = mocks.task_of(mocks.find(work, mock_id), place, What.PROBLEMS).id
    trial = ws.library.problems.example(slug)
    if not trial:
        raise BadText("The statement of this problem has no example to run.")
    return attempts.run(ws, slug, source, trial)


def hand_in(ws: Workspace, mock_id: str, place: int, source: str, seconds: float = 0.0) -> Mock:
    """Hand code in: an attempt as any other, judged in the background. Handed in again, the later one counts.

    Raises NotNow, NoSuchMock, BadText.
    """
    with ws.reading() as work:
        slug = mocks.task_of(mocks.find(work, mock_id), place, What.PROBLEMS).id
    attempt = attempts.submit(ws, slug, source, origin=Origin.WEB, seconds=seconds)

    def handed_in(_work: Work, mock: Mock) -> Mock:
        task = mocks.task_of(mock, place, What.PROBLEMS)
        worked = attempt.seconds or _since_begin(mock, attempt.created)
        return mocks.with_task(mock, place, replace(task, did=attempt.id, answered=attempt.created, worked=worked))

    mock = mocks.change(ws, mock_id, handed_in)
    judge_soon(ws, mock_id, [attempt.id])
    return mock


def _since_begin(mock: Mock, now: datetime) -> float:
    """The seconds that the round took so far: without scripts nobody counts those of a problem."""
    round_ = mock.now_on
    return elapsed(round_.started, now, mock.pauses) if round_ and round_.started else 0.0


def collected(ws: Workspace, round_: MockRound, over: datetime) -> MockRound:
    """The round with what stood in the editors at its end handed in, as far as nothing was."""
    for place, task in enumerate(round_.tasks):
        source, seconds = _left_lying(ws, round_, task, over)
        if source:
            attempt = attempts.submit(ws, task.id, source, origin=Origin.WEB, seconds=seconds)
            done = replace(task, did=attempt.id, answered=over, worked=attempt.seconds)
            round_ = round_.with_task(place, done)
    return round_


def _left_lying(ws: Workspace, round_: MockRound, task: MockTask, over: datetime) -> tuple[str, float]:
    """The code that was typed in the round and not handed in, with the seconds it took; empty if there is none.

    What was typed after its end does not count, and what it was before cannot be known then.
    """
    if task.did or round_.started is None or task.id not in ws.library.problems:
        return "", 0.0
    with ws.reading() as work:
        draft = drafts.draft(work, task.id)
    typed = draft.version and not ws.library.problems.is_starter(task.id, draft.source)
    in_time = round_.started <= draft.updated <= over + GRACE
    return (draft.source, draft.seconds) if typed and in_time else ("", 0.0)


def judge_soon(ws: Workspace, mock_id: str, attempt_ids: Iterable[str]) -> None:
    """Judge attempts in the background, one after the other; one that stops is interrupted, as any is."""
    Thread(target=_judge, args=(ws, mock_id, list(attempt_ids)), daemon=True).start()


def _judge(ws: Workspace, mock_id: str, attempt_ids: Iterable[str]) -> None:
    for attempt_id in attempt_ids:
        with suppress(SharpenError):
            for _ in attempts.judge(ws, attempt_id):
                pass
    with suppress(SharpenError), ws.reading() as work:
        over = mocks.find(work, mock_id).finished
        if not over:
            return
    with suppress(SharpenError):
        debrief.refresh(ws, mock_id)


def attempts_of(work: Work, mock: Mock) -> list[Attempt]:
    """The attempts that were handed in, those that are gone left out."""
    did = (task.did for round_ in mock.rounds if round_.what is What.PROBLEMS for task in round_.tasks)
    return [found for each in did if each and (found := work.attempts.get(each))]


def judge_again(ws: Workspace, mock_id: str) -> Mock:
    """Judge what was handed in and interrupted. Raises NoSuchMock."""
    with ws.reading() as work:
        mock = mocks.find(work, mock_id)
        kept = attempts_of(work, mock)
    judge_soon(ws, mock_id, [one.id for one in kept if one.state is State.INTERRUPTED])
    return mock
