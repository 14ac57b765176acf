"""Mocks: a loop of interviews that one sits by the clock, round after round, with its breaks and pauses.

Everything that has to do with time is a function of stored moments, so that nothing has to run for the clock to run.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import reduce

from sharpen.domain.loop import What

GRACE = timedelta(seconds=20)
"""What arrives this long after a round is over was sent before: by a page whose clock ran out."""


class Phase(StrEnum):
    """Where a mock stands."""

    READY = "ready"
    """Nothing has begun yet."""
    RUNNING = "running"
    OVER = "over"
    """The time of the round is over, and what was done in it waits to be taken."""
    BREAK = "break"
    PAUSED = "paused"
    FINISHED = "finished"
    ABANDONED = "abandoned"


@dataclass(frozen=True)
class Pause:
    """A time in which the clock stood still (UTC); `ended` is None while it lasts."""

    began: datetime
    ended: datetime | None = None


@dataclass(frozen=True)
class MockTask:
    """One thing that is asked in a round: a problem, a card, a project, a case or a question, by its id.

    `seed` is the showing of a card. `why` says why it is not new, or not of the level; empty where it is both. `did` is
    the id of what came of it: an attempt, a review, a dive, a sitting, a telling. `places` and `text` are an answer;
    `ticked` the points that the learner ticked afterwards, None before. `worked` are the seconds spent on it.
    """

    id: str
    seed: int = 0
    why: str = ""
    did: str = ""
    answered: datetime | None = None
    places: tuple[int, ...] = ()
    text: str = ""
    ticked: tuple[int, ...] | None = None
    worked: float = 0.0


@dataclass(frozen=True)
class MockRound:
    """A round of a mock, with what is asked in it. Times are UTC; `rest` are the minutes of the break after it.

    `missing` says why nothing can be asked; empty where something can. `skipped` is one that the learner passed over.
    """

    round: str
    minutes: int
    what: What
    tasks: tuple[MockTask, ...] = ()
    rest: int = 0
    missing: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    skipped: bool = False

    def with_task(self, place: int, task: MockTask) -> "MockRound":
        """The round with another state of the task at a place."""
        return replace(self, tasks=(*self.tasks[:place], task, *self.tasks[place + 1 :]))


@dataclass(frozen=True)
class Mock:
    """A mock loop. Times are UTC; it is over once `finished` or `abandoned`.

    `loop` is the id of the loop that it follows, or "custom"; `share` the part of its durations that it has. `role` and
    `level` are ids of the library, empty for none. `weak` are the topics, by id, that came out below the bar.
    """

    learner: str
    id: str
    loop: str
    title: str
    seed: int
    started: datetime
    updated: datetime
    rounds: tuple[MockRound, ...]
    share: float = 1.0
    role: str = ""
    level: str = ""
    pauses: tuple[Pause, ...] = ()
    finished: datetime | None = None
    abandoned: datetime | None = None
    weak: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it goes on still."""
        return self.finished is None and self.abandoned is None

    @property
    def place(self) -> int:
        """The place of the round that goes on, or is next; the number of rounds when all are over."""
        return next((place for place, one in enumerate(self.rounds) if one.ended is None), len(self.rounds))

    @property
    def now_on(self) -> MockRound | None:
        """The round that goes on or is next; None when all are over."""
        return self.rounds[self.place] if self.place < len(self.rounds) else None

    @property
    def is_paused(self) -> bool:
        """Whether a pause lasts."""
        return any(pause.ended is None for pause in self.pauses)

    def with_round(self, place: int, round_: MockRound) -> "Mock":
        """The mock with another state of the round at a place."""
        return replace(self, rounds=(*self.rounds[:place], round_, *self.rounds[place + 1 :]))


def paused_within(pauses: Iterable[Pause], start: datetime, end: datetime) -> float:
    """The seconds between two moments in which the clock stood still; pauses that overlap count once."""
    total = timedelta()
    for began, ended in _joined(pauses, end):
        total += max(timedelta(), min(ended, end) - max(began, start))
    return total.total_seconds()


def _joined(pauses: Iterable[Pause], end: datetime) -> list[tuple[datetime, datetime]]:
    """The pauses in order as spans that do not touch; one that lasts still ends at `end`, or where it began."""
    spans = sorted((one.began, max(one.began, end if one.ended is None else one.ended)) for one in pauses)

    def join(
        found: list[tuple[datetime, datetime]], span: tuple[datetime, datetime]
    ) -> list[tuple[datetime, datetime]]:
        if found and span[0] <= found[-1][1]:
            return [*found[:-1], (found[-1][0], max(found[-1][1], span[1]))]
        return [*found, span]

    return reduce(join, spans, [])


def elapsed(start: datetime, end: datetime, pauses: Iterable[Pause]) -> float:
    """The seconds that the clock ran between two moments; none where the second is before the first."""
    return max(0.0, (end - start).total_seconds() - paused_within(pauses, start, end)) if end > start else 0.0


def runs_out(start: datetime, seconds: float, pauses: Iterable[Pause]) -> datetime | None:
    """When so many seconds on the clock are over; None where a pause before that lasts still."""
    kept = list(pauses)
    open_since = min((one.began for one in kept if one.ended is None), default=None)
    end = start + timedelta(seconds=seconds)
    for began, ended in _joined((one for one in kept if one.ended is not None), start):
        if ended <= start:
            continue
        if began >= end:
            break
        end += ended - max(began, start)
    return None if open_since is not None and open_since < end else end


def deadline(mock: Mock, round_: MockRound) -> datetime | None:
    """When the time of a round is over; None before it has begun, and while the clock stands."""
    return None if round_.started is None else runs_out(round_.started, 60 * round_.minutes, mock.pauses)


def spent(mock: Mock, round_: MockRound, now: datetime) -> float:
    """The seconds that a round took on the clock; 0 before it has begun."""
    if round_.started is None:
        return 0.0
    until = round_.ended or mock.abandoned or now
    return min(elapsed(round_.started, until, mock.pauses), 60.0 * round_.minutes)


def phase(mock: Mock, now: datetime) -> Phase:
    """Where a mock stands at a moment."""
    round_ = mock.now_on
    if mock.abandoned is not None:
        return Phase.ABANDONED
    if mock.finished is not None or round_ is None:
        return Phase.FINISHED
    if round_.started is None and mock.place == 0:
        return Phase.READY
    if round_.started is None:
        return Phase.BREAK
    over = deadline(mock, round_)
    if over is not None and over <= now:
        return Phase.OVER
    return Phase.PAUSED if mock.is_paused else Phase.RUNNING


def left(mock: Mock, now: datetime) -> float:
    """The seconds left of the round or of the break that goes on; 0 when there are none."""
    round_, where = mock.now_on, phase(mock, now)
    if round_ is None or where in (Phase.FINISHED, Phase.ABANDONED):
        return 0.0
    if round_.started is not None:
        return max(0.0, 60 * round_.minutes - elapsed(round_.started, now, mock.pauses))
    before = mock.rounds[mock.place - 1] if mock.place else None
    if before is None or before.ended is None:
        return 0.0
    return max(0.0, 60 * before.rest - max(0.0, (now - before.ended).total_seconds()))


def begun(mock: Mock, now: datetime) -> Mock:
    """The mock with its next round begun; the same if one goes on."""
    round_ = mock.now_on
    if not mock.is_open or round_ is None or round_.started is not None:
        return mock
    before = [one.ended for one in mock.rounds[: mock.place] if one.ended]
    return mock.with_round(mock.place, replace(round_, started=max([now, *before])))


def ended(mock: Mock, now: datetime, *, skipped: bool = False) -> Mock:
    """The mock with the round that goes on, or is next, over: now, or when its time was. The last one finishes it."""
    round_ = mock.now_on
    if not mock.is_open or round_ is None:
        return mock
    mock = resumed(mock, now)
    over = deadline(mock, round_)
    at = max(now if over is None else min(now, over), round_.started or mock.started)
    after = mock.with_round(mock.place, replace(round_, ended=at, skipped=skipped))
    return after if after.now_on else replace(after, finished=at)


def paused(mock: Mock, now: datetime) -> Mock:
    """The mock with its clock standing still; the same unless a round goes on."""
    if phase(mock, now) is not Phase.RUNNING:
        return mock
    return replace(mock, pauses=(*mock.pauses, Pause(now)))


def resumed(mock: Mock, now: datetime) -> Mock:
    """The mock with its clock running."""
    pauses = (replace(one, ended=max(now, one.began)) if one.ended is None else one for one in mock.pauses)
    return replace(mock, pauses=tuple(pauses))


def abandoned(mock: Mock, now: datetime) -> Mock:
    """The mock given up; what was done in it stays."""
    return replace(mock, abandoned=max(now, mock.started)) if mock.is_open else mock


def taken_up(mock: Mock, now: datetime) -> Mock:
    """The mock as it was before it was abandoned; the time since then is a pause of the round that went on."""
    if mock.abandoned is None:
        return mock
    at, round_ = mock.abandoned, mock.now_on
    mock = replace(resumed(mock, now), abandoned=None)
    if round_ is None or round_.started is None:
        return mock
    return replace(mock, pauses=(*mock.pauses, Pause(at, max(now, at))))
