"""Mocks: one is begun, its rounds go by the clock, with breaks and pauses, and it is finished or given up.

What only looks changes nothing, also when the time of a round is over: `end` takes what was done in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sharpen.content.library import Library
from sharpen.domain import mock as clock
from sharpen.domain.loop import LoopRound, What
from sharpen.domain.mock import Mock, MockTask, Phase, phase
from sharpen.practice.changing import changed
from sharpen.practice.errors import BadText, NoSuchMock, NotNow
from sharpen.practice.ids import new_id, new_seed
from sharpen.practice.mocks.choosing import chosen
from sharpen.practice.solving import drafts
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

CUSTOM = "custom"
"""The id of a loop that the learner put together."""
SHARES = {"1": (1.0, "Real durations"), "1/2": (0.5, "Half of them"), "1/3": (1 / 3, "A third of them")}
"""How much of its durations a mock can have: by name, the share and what it is called."""


def find(work: Work, mock_id: str) -> Mock:
    """A mock of the learner. Raises NoSuchMock."""
    mock = work.mocks.get(mock_id)
    if mock is None:
        raise NoSuchMock(f"There is no mock {mock_id!r}.")
    return mock


def start(
    ws: Workspace, loop: str, *, share: str = "1", role: str = "", level: str = "", rounds: Sequence[int] = ()
) -> Mock:
    """Put a mock together, with what is asked in it; its first round begins when one says so.

    `rounds` are places in the loop of which custom ones are made, for the loop CUSTOM. Raises NotNow while another
    mock goes on, BadText for what there is not.
    """
    title, wanted = _rounds(ws.library, loop, rounds)
    loops = ws.library.loops
    if share not in SHARES or (role and role not in loops.roles) or (level and level not in loops.levels):
        raise BadText("Choose the durations, the role and the level among those that there are.")
    with ws.writing() as work:
        if work.mocks.open_one() is not None:
            raise NotNow("Another mock goes on. Finish it or abandon it, then begin this one.")
        now, seed, part = datetime.now(UTC), new_seed(), SHARES[share][0]
        asked = chosen(work, wanted, part, loops.levels.get(level), seed)
        mock = Mock(ws.learner, new_id(), loop, title, seed, now, now, asked, part, role, level)
        work.mocks.put(mock)
    return mock


def _rounds(library: Library, loop: str, places: Sequence[int]) -> tuple[str, tuple[LoopRound, ...]]:
    loops = library.loops
    if loop == CUSTOM and loops.custom is not None:
        of = loops.custom.rounds
        kept = tuple(of[place] for place in sorted(set(places)) if 0 <= place < len(of))
        if not kept:
            raise BadText("Tick at least one round of a custom loop.")
        return "Custom loop", (*kept[:-1], replace(kept[-1], pause=0))
    if loop not in loops:
        raise BadText("Choose one of the loops.")
    return loops[loop].title, loops[loop].rounds


def begin(ws: Workspace, mock_id: str) -> Mock:
    """Begin the next round. Its problems begin at their starters. Raises NotNow, NoSuchMock."""

    def begun(work: Work, mock: Mock) -> Mock:
        now = datetime.now(UTC)
        round_ = mock.now_on
        if phase(mock, now) not in (Phase.READY, Phase.BREAK) or round_ is None:
            raise NotNow("There is no round to begin.")
        for task in round_.tasks if round_.what is What.PROBLEMS else ():
            if task.id in work.library.problems:
                _cleared(work, task.id, now)
        return clock.begun(mock, now)

    return change(ws, mock_id, begun)


def _cleared(work: Work, slug: str, now: datetime) -> None:
    """The starter in the editor, and no time spent; what was there can be brought back on the problem's own page."""
    draft = drafts.cleared(work, slug)
    if draft.seconds:
        if not draft.version:  # of an untouched starter only the time is kept
            draft = replace(draft, source="", trials=())
        work.drafts.put(replace(draft, seconds=0.0, updated=now))


def pause(ws: Workspace, mock_id: str) -> Mock:
    """Let the clock of the round stand still; the debrief says for how long. Raises NotNow, NoSuchMock."""

    def paused(_work: Work, mock: Mock) -> Mock:
        after = clock.paused(mock, datetime.now(UTC))
        if after is mock and not mock.is_paused:
            raise NotNow("The clock can be stopped while a round goes on.")
        return after

    return change(ws, mock_id, paused)


def resume(ws: Workspace, mock_id: str) -> Mock:
    """Let the clock run again. Raises NoSuchMock."""
    return change(ws, mock_id, lambda _, mock: clock.resumed(mock, datetime.now(UTC)) if mock.is_paused else mock)


def abandon(ws: Workspace, mock_id: str) -> Mock:
    """Give a mock up; it is kept, and says so. Raises NotNow for one that is over, NoSuchMock."""

    def given_up(_work: Work, mock: Mock) -> Mock:
        if mock.finished is not None:
            raise NotNow("This mock is finished.")
        return clock.abandoned(mock, datetime.now(UTC))

    return change(ws, mock_id, given_up)


def take_up(ws: Workspace, mock_id: str) -> Mock:
    """Go on with a mock that was abandoned; the time since then counts as a pause.

    Raises NotNow where a newer one exists, NoSuchMock.
    """

    def back(work: Work, mock: Mock) -> Mock:
        if not can_take_up(work, mock):
            raise NotNow("A newer mock exists, so this one stays abandoned.")
        return clock.taken_up(mock, datetime.now(UTC))

    return change(ws, mock_id, back)


def can_take_up(work: Work, mock: Mock) -> bool:
    """Whether a mock was abandoned, and no newer one was begun since."""
    newest = next(work.mocks.everything(), None)
    return mock.abandoned is not None and newest is not None and newest.id == mock.id


@dataclass(frozen=True)
class Strip:
    """What other pages say of a mock of which a round goes on: the number of the round, of how many, what it is called,
    and the seconds left on its clock."""

    mock: str
    number: int
    of: int
    title: str
    left: float
    paused: bool


def strip(work: Work) -> Strip | None:
    """What other pages say of the mock of which a round goes on; None if there is none."""
    mock, now = work.mocks.open_one(), datetime.now(UTC)
    round_ = mock.now_on if mock else None
    if mock is None or round_ is None or phase(mock, now) not in (Phase.RUNNING, Phase.OVER, Phase.PAUSED):
        return None
    title = work.library.outline.rounds.get(round_.round, round_.round)
    return Strip(mock.id, mock.place + 1, len(mock.rounds), title, clock.left(mock, now), mock.is_paused)


def task_of(mock: Mock, place: int, what: What) -> MockTask:
    """A task of the round that goes on, by its place. Raises NotNow unless the clock runs, NoSuchMock.

    What comes right after the time of the round is taken still: the page sent it before.
    """
    now, round_ = datetime.now(UTC), mock.now_on
    where = phase(mock, now - clock.GRACE if phase(mock, now) is Phase.OVER else now)
    if where is Phase.PAUSED:
        raise NotNow("The mock is paused. Go on with it first.")
    if where is not Phase.RUNNING or round_ is None:
        raise NotNow("The time of this round is over.")
    if round_.what is not what or not 0 <= place < len(round_.tasks):
        raise NoSuchMock("This is not asked in the round that goes on.")
    return round_.tasks[place]


def with_task(mock: Mock, place: int, task: MockTask) -> Mock:
    """The mock with another state of a task of the round that goes on."""
    round_ = mock.now_on
    return mock if round_ is None else mock.with_round(mock.place, round_.with_task(place, task))


def change(ws: Workspace, mock_id: str, how: Callable[[Work, Mock], Mock]) -> Mock:
    """A mock as a change leaves it; kept if it is another then."""
    return changed(ws, lambda work: find(work, mock_id), how, lambda work, after: work.mocks.put(after))
