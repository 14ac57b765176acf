"""The debrief of a mock: what every round showed, where its time went, the signal, and what goes into the plan."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.loop import What
from sharpen.domain.mock import Mock, MockRound, paused_within, spent
from sharpen.practice.errors import BadText, NoSuchMock
from sharpen.practice.mocks import asking, mocks
from sharpen.practice.mocks.shown import SHOW, Shown
from sharpen.practice.mocks.signal import Overall, Signal, overall, signal
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class RoundResult:
    """A round in the debrief: its title, what it showed, the seconds that it took and stood still, and its signal."""

    round: MockRound
    title: str
    shown: tuple[Shown, ...]
    seconds: float
    stood: float
    pauses: int
    share: float | None
    signal: Signal | None
    reasons: tuple[str, ...]
    rested: float | None = None
    """The seconds of the break after it; None where there was none."""


@dataclass(frozen=True)
class Debrief:
    """A mock looked back at. `weak` are the topics that came out below the bar, by id, with their titles."""

    mock: Mock
    rounds: tuple[RoundResult, ...]
    overall: Overall
    weak: dict[str, str] = field(default_factory=dict)

    @property
    def judging(self) -> bool:
        """Whether a verdict is still being found."""
        return any(one.judging for each in self.rounds for one in each.shown)

    @property
    def interrupted(self) -> bool:
        """Whether the judge stopped before a verdict, so that it is to be asked again."""
        attempts = (one.of for each in self.rounds for one in each.shown if isinstance(one.of, Attempt))
        return any(attempt.state is State.INTERRUPTED for attempt in attempts)

    @property
    def stood(self) -> float:
        """The seconds in which the clock stood still."""
        return sum(each.stood for each in self.rounds)

    @property
    def pauses(self) -> int:
        return sum(each.pauses for each in self.rounds)


def gather(work: Work, mock: Mock) -> Debrief:
    """The debrief of a mock as it stands."""
    rounds = tuple(_result(work, mock, place) for place in range(len(mock.rounds)))
    weights = _weights(work, mock)
    waiting = [each.title for each in rounds if any(one.waits for one in each.shown)]
    whole = overall(((each.title, each.share, weights.get(each.round.round, 1.0)) for each in rounds), waiting)
    titles = {topic.id: topic.title for topic in work.library.outline}
    weak = dict.fromkeys(topic for each in rounds for one in each.shown for topic in one.weak)
    return Debrief(mock, rounds, whole, {topic: titles[topic] for topic in weak if topic in titles})


def _weights(work: Work, mock: Mock) -> dict[str, float]:
    loops = work.library.loops
    known = mock.role in loops.roles and mock.level in loops.levels
    return loops.weights(mock.role, mock.level) if known else {}


def _result(work: Work, mock: Mock, place: int) -> RoundResult:
    round_, now = mock.rounds[place], datetime.now(UTC)
    title = work.library.outline.rounds.get(round_.round, round_.round)
    until = round_.ended or mock.abandoned or now
    seconds = spent(mock, round_, now)
    stood, pauses = 0.0, 0
    if round_.started:
        stood = paused_within(mock.pauses, round_.started, until)
        pauses = sum(round_.started <= one.began < until for one in mock.pauses)
    after = mock.rounds[place + 1] if place + 1 < len(mock.rounds) else None
    rested = (
        max(0.0, (after.started - round_.ended).total_seconds()) if after and after.started and round_.ended else None
    )
    if round_.started is None or round_.skipped:
        why = round_.missing or ("You skipped it." if round_.skipped else "It was not begun.")
        return RoundResult(round_, title, (), seconds, stood, pauses, None, None, (why,), rested)
    shown = tuple(SHOW[round_.what](work, round_, task) for task in round_.tasks)
    shares = [one.share for one in shown if one.share is not None]
    waits = any(one.waits for one in shown)
    share = sum(shares) / len(shares) if shares and not waits else None
    reasons = (
        tuple(f"{one.title}: {one.reason or one.waits}." for one in shown) if round_.what is not What.CARDS else ()
    )
    reasons = reasons or _of_cards(shown)
    found = signal(share) if share is not None else None
    return RoundResult(round_, title, shown, seconds, stood, pauses, share, found, reasons, rested)


def _of_cards(shown: Sequence[Shown]) -> tuple[str, ...]:
    """Cards counted rather than listed, as the list is below."""
    judged = [one.share for one in shown if one.share is not None]
    words = [f"{sum(judged):.2g} of {len(judged)} answers were right."] if judged else []
    unasked = sum(one.task.answered is None for one in shown)
    words += [f"{unasked} of {len(shown)} questions were not reached, and count as wrong."] if unasked else []
    waits = sum(bool(one.waits) for one in shown)
    words += (
        [f"{waits} answer{'s' * (waits > 1)} in your own words wait{'s' * (waits == 1)} for your ticks."]
        if waits
        else []
    )
    return tuple(words)


def tick(ws: Workspace, mock_id: str, place: int, task_place: int, points: Sequence[int]) -> Mock:
    """Say what an answer had: the points of a card, or the signs of a question, good ones first, by numbers from 0.

    Raises BadText for what cannot be ticked, NoSuchMock.
    """

    def ticked(work: Work, mock: Mock) -> Mock:
        if not 0 <= place < len(mock.rounds) or not 0 <= task_place < len(mock.rounds[place].tasks):
            raise NoSuchMock("This was not asked in the mock.")
        round_ = mock.rounds[place]
        if round_.ended is None and mock.is_open:
            raise BadText("The points open when the round is over.")
        task = round_.tasks[task_place]
        if round_.what is What.CARDS:
            after = asking.ticked(work, task, points)
        else:
            question = work.library.questions.get(task.id) if round_.what is What.STORIES else None
            if question is None or not set(points) <= set(range(len(question.good) + len(question.bad))):
                raise BadText("No signs can be ticked for this.")
            after = replace(task, ticked=tuple(sorted(set(points))))
        return _with_weak(work, mock.with_round(place, round_.with_task(task_place, after)))

    return mocks.change(ws, mock_id, ticked)


def refresh(ws: Workspace, mock_id: str) -> Mock:
    """Keep with a mock the topics that came out below the bar, as it stands now. Raises NoSuchMock."""
    with ws.writing() as work:
        before = mocks.find(work, mock_id)
        after = replace(_with_weak(work, before), updated=max(datetime.now(UTC), before.updated))
        work.mocks.put(after)
    return after


def _with_weak(work: Work, mock: Mock) -> Mock:
    return replace(mock, weak=tuple(gather(work, mock).weak))


def weak_topics(work: Work) -> dict[str, str]:
    """The topics that came out below the bar in the mock that was finished last, by id, with their titles.

    They are kept with the mock, and read off anew where what came of it was changed since, as by ticks on the page of a
    case: those count. Empty before any was finished.
    """
    mock = work.mocks.last_finished()
    if mock is None:
        return {}
    if _is_behind(work, mock):
        return gather(work, mock).weak
    titles = {topic.id: topic.title for topic in work.library.outline}
    return {topic: titles[topic] for topic in mock.weak if topic in titles}


def _is_behind(work: Work, mock: Mock) -> bool:
    """Whether what came of a mock was changed after the mock was."""
    came = (_changed(work, each.what, task.did) for each in mock.rounds for task in each.tasks if task.did)
    return any(at is not None and at > mock.updated for at in came)


def _changed(work: Work, what: What, did: str) -> datetime | None:
    """When what came of a task was changed last; None for what is gone, or is in the mock itself."""
    match what:
        case What.PROBLEMS:
            attempt = work.attempts.get(did)
            return attempt.finished if attempt else None
        case What.CARDS:
            return None
        case What.DIVE:
            dive = work.dives.get(did)
            return dive.updated if dive else None
        case What.CASE:
            sitting = work.sittings.get(did)
            return sitting.updated if sitting else None
        case What.STORIES:
            telling = work.tellings.get(did.partition("/")[2])
            return telling.updated if telling else None
