"""Rounds that are held on pages of their own: a dive, a sitting at a case, stories; and how any round ends."""

from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain import mock as clock
from sharpen.domain.dive import LONGEST, SHORTEST
from sharpen.domain.loop import What
from sharpen.domain.mock import Mock, MockRound, Phase, phase
from sharpen.practice import inputs
from sharpen.practice.depth import dives
from sharpen.practice.design import sittings
from sharpen.practice.errors import NotFound, NotNow
from sharpen.practice.mocks import coding, debrief, mocks
from sharpen.practice.stories import tellings
from sharpen.practice.workspace import Workspace


def open_dive(ws: Workspace, mock_id: str) -> str:
    """Begin the dive of the round, or go on with it; the path of its page. Raises NotNow, NoSuchMock, NoSuchProject."""
    with ws.reading() as work:
        mock = mocks.find(work, mock_id)
    task = mocks.task_of(mock, 0, What.DIVE)
    minutes = mock.now_on.minutes if mock.now_on else SHORTEST
    dive = dives.start(ws, task.id, min(max(minutes, SHORTEST), LONGEST))
    _did(ws, mock_id, 0, What.DIVE, dive.id)
    return f"/projects/{task.id}/dives/{dive.id}"


def open_case(ws: Workspace, mock_id: str) -> str:
    """Sit down at the case of the round, or go on; the path of its page. Raises NotNow, NoSuchMock, NoSuchCase."""
    with ws.reading() as work:
        task = mocks.task_of(mocks.find(work, mock_id), 0, What.CASE)
    _did(ws, mock_id, 0, What.CASE, sittings.start(ws, task.id).id)
    return f"/cases/{task.id}"


def tell(ws: Workspace, mock_id: str, place: int, story: str) -> str:
    """Begin to tell a story in answer to a question of the round; the path of its page.

    Raises NotNow, NoSuchMock, NoSuchStory.
    """
    with ws.reading() as work:
        task = mocks.task_of(mocks.find(work, mock_id), place, What.STORIES)
    telling = tellings.begin(ws, story, task.id)
    _did(ws, mock_id, place, What.STORIES, f"{story}/{telling.id}")
    return f"/stories/{story}/tellings/{telling.id}"


def write(ws: Workspace, mock_id: str, place: int, text: str) -> Mock:
    """Keep what was written in answer to a question of the round. Raises NotNow, NoSuchMock, BadText."""
    text = inputs.note(text)

    def written(_work: object, mock: Mock) -> Mock:
        task = mocks.task_of(mock, place, What.STORIES)
        answered = task.answered or (datetime.now(UTC) if text else None)
        return mocks.with_task(mock, place, replace(task, text=text, answered=answered))

    return mocks.change(ws, mock_id, written)


def _did(ws: Workspace, mock_id: str, place: int, what: What, did: str) -> None:
    def noted(_work: object, mock: Mock) -> Mock:
        task = mocks.task_of(mock, place, what)
        return mocks.with_task(mock, place, replace(task, did=did, answered=task.answered or datetime.now(UTC)))

    mocks.change(ws, mock_id, noted)


def skip(ws: Workspace, mock_id: str) -> Mock:
    """Pass over the next round; the debrief says so. Raises NotNow once it has begun, NoSuchMock."""

    def skipped(_work: object, mock: Mock) -> Mock:
        now = datetime.now(UTC)
        if phase(mock, now) not in (Phase.READY, Phase.BREAK):
            raise NotNow("A round can be skipped before it has begun.")
        return clock.ended(mock, now, skipped=True)

    mock = mocks.change(ws, mock_id, skipped)
    return debrief.refresh(ws, mock.id) if mock.finished else mock


def end(ws: Workspace, mock_id: str) -> Mock:
    """End the round that goes on, now or when its time was over, and take what was done in it. The last one finishes
    the mock. Raises NotNow before the round has begun, NoSuchMock."""
    with ws.reading() as work:
        mock = mocks.find(work, mock_id)
    now, round_ = datetime.now(UTC), mock.now_on
    if phase(mock, now) not in (Phase.RUNNING, Phase.OVER, Phase.PAUSED) or round_ is None:
        raise NotNow("No round goes on that could be ended.")
    place, over = mock.place, clock.ended(mock, now).rounds[mock.place].ended or now
    taken = _taken(ws, round_, over)

    def ended(_work: object, mock: Mock) -> Mock:
        if mock.place != place or mock.now_on is None:
            return mock  # it was ended elsewhere meanwhile
        return clock.ended(mock.with_round(place, taken), now)

    mock = mocks.change(ws, mock_id, ended)
    if new := [one.did for one, before in zip(taken.tasks, round_.tasks, strict=True) if one.did != before.did]:
        coding.judge_soon(ws, mock.id, new)
    return debrief.refresh(ws, mock.id) if mock.finished else mock


def _taken(ws: Workspace, round_: MockRound, over: datetime) -> MockRound:
    """The round with what was done in it closed: code handed in, the dive or the sitting over."""
    if round_.what is What.PROBLEMS:
        return coding.collected(ws, round_, over)
    for task in round_.tasks:
        try:
            if round_.what is What.DIVE and task.did:
                dives.finish(ws, task.id, task.did)
            elif round_.what is What.CASE and task.did:
                sittings.finish(ws, task.id, task.did)
        except NotFound:
            continue  # it was deleted meanwhile
    return round_
