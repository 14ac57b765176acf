"""Ten years of a very persistent candidate: 100,000 attempts, 500,000 reviews, and of all the rest as much as there is.

Everything of the library was met, everything is spread over the years, and the last of it was today.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.case import MOST_SCORE
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.lab_run import LabRun, RunState
from sharpen.domain.loop import Loop, LoopRound, What
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.mock import Mock, MockRound, MockTask
from sharpen.domain.passage import Passage
from sharpen.domain.review import Review, Standing
from sharpen.domain.sitting import Sitting
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.drills.exercise import item_of
from tests.domain.test_lab_report import REPORT

ATTEMPTS, REVIEWS, DRILLS, RUNS, MOCKS, SITTINGS = 100_000, 500_000, 5_000, 200, 100, 100
DAYS, AT_ONCE = 3650, 5_000
OUTCOMES = (Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.RUNTIME_ERROR)
TEXT = "Two hundred million users, a budget of 100 ms, and one label that comes a day late. " * 20
NOW = datetime.now(UTC)


def ten_years(home: Path) -> None:
    """A data file with all of it."""
    ws, rng = open_workspace(Settings(home=home)), random.Random(0)
    _attempts(ws, rng)
    cards = list(ws.library.cards.index().values())
    solved = [Item(problem.slug, ItemKind.PROBLEM, problem.topic) for problem in ws.library.problems.values()]
    drills = [item_of(drill) for drill in ws.library.drills.values()]
    _reviews(ws, rng, "r", [*cards, *solved], REVIEWS)
    _reviews(ws, rng, "d", drills, DRILLS)
    _design(ws, rng)
    with ws.writing() as work:
        work.mocks.put(*(_mock(ws, rng, number) for number in range(MOCKS)))
    ws.close()


def _attempts(ws: Workspace, rng: random.Random) -> None:
    slugs, source = list(ws.library.problems), ws.library.problems.solution("k-means")
    for start in range(0, ATTEMPTS, AT_ONCE):
        batch = [_attempt(number, rng, rng.choice(slugs), source) for number in range(start, start + AT_ONCE)]
        with ws.writing() as work:
            work.attempts.add(*batch)


def _attempt(number: int, rng: random.Random, slug: str, source: str) -> Attempt:
    verdict, created = rng.choice(OUTCOMES), _ago(number / ATTEMPTS)
    results = tuple(CheckResult(f"Check {i}", Kind.ORACLE, verdict, cpu_ms=1.0, of=9) for i in range(9))
    return Attempt(
        id=_attempt_id(number),
        learner="me",
        problem=slug,
        version="old",
        source=source,
        origin=Origin.WEB,
        created=created,
        state=State.FINISHED,
        verdict=verdict,
        results=results,
        finished=created,
        cpu_ms=9.0,
        seconds=rng.uniform(60, 3600),
    )


def _attempt_id(number: int) -> str:
    return f"{number:032x}"


def _reviews(ws: Workspace, rng: random.Random, prefix: str, items: list[Item], count: int) -> None:
    """Reviews of items in turn, and what each is remembered by since."""
    for start in range(0, count, 10 * AT_ONCE):
        log = [
            _review(f"{prefix}{number:09}", items[number % len(items)], rng, _ago(number / count))
            for number in range(start, min(start + 10 * AT_ONCE, count))
        ]
        with ws.writing() as work:
            work.reviews.add(*log)
    with ws.writing() as work:
        work.memories.put(*(Standing("me", item, _memory(rng, _ago(rng.random() / 40))) for item in items))


def _review(id_: str, item: Item, rng: random.Random, at: datetime) -> Review:
    rating = Rating.GOOD if rng.random() < 0.9 else Rating.AGAIN
    before = _memory(rng, at - timedelta(days=3))
    return Review("me", id_, item, at, rating, 9.0, None, rng.uniform(0.6, 1), before)


def _memory(rng: random.Random, last: datetime) -> Memory:
    stability = rng.uniform(1, 200)
    return Memory(stability, rng.uniform(1, 10), last, last + timedelta(days=stability), 300)


def _design(ws: Workspace, rng: random.Random) -> None:
    """Sittings at every case, and runs of every lab."""
    cases, labs = list(ws.library.cases.values()), list(ws.library.labs)
    source = (ws.library.labs.folder(labs[0]) / "reference.py").read_text()
    with ws.writing() as work:
        for number in range(SITTINGS):
            case, at = cases[number % len(cases)], _ago(number / SITTINGS)
            ticks = {point.id: rng.randint(0, MOST_SCORE) for point in case.points}
            passages = {step: Passage(TEXT) for step in ("problem", "data", "model")}
            work.sittings.put(
                Sitting("me", f"s{number}", case.slug, at, at, at, 2400.0, passages=passages, ticks=ticks)
            )
        for number in range(RUNS):
            at, lab = _ago(number / RUNS), labs[number % len(labs)]
            run = LabRun(f"l{number:04}", "me", lab, "v", number, False, at, source, "", RunState.FINISHED, at)
            work.lab_runs.put(LabRun(**{**vars(run), "report": REPORT}))


def _mock(ws: Workspace, rng: random.Random, number: int) -> Mock:
    """A mock that was sat from beginning to end."""
    loops: list[Loop] = list(ws.library.loops.values())
    loop, at = loops[number % len(loops)], _ago(number / MOCKS)
    rounds = tuple(_round(ws, rng, one, at) for one in loop.rounds)
    return Mock("me", f"m{number:04}", loop.id, loop.title, number, at, at, rounds, finished=at)


def _round(ws: Workspace, rng: random.Random, one: LoopRound, at: datetime) -> MockRound:
    tasks = tuple(_tasks(ws, rng, one.what, one.count, at))
    end = at + timedelta(minutes=one.minutes)
    return MockRound(one.round, one.minutes, one.what, tasks, started=at, ended=end)


def _tasks(ws: Workspace, rng: random.Random, what: What, count: int, at: datetime) -> Iterator[MockTask]:
    cards = list(ws.library.cards.index())
    for _ in range(count):
        number = rng.randrange(ATTEMPTS)
        match what:
            case What.PROBLEMS:
                with ws.reading() as work:
                    attempt = work.attempts.get(_attempt_id(number))
                assert attempt
                yield MockTask(attempt.problem, did=attempt.id, answered=at, worked=900.0)
            case What.CARDS:
                yield MockTask(rng.choice(cards), answered=at, places=(0,), text="Because.", ticked=(0,))
            case What.CASE:
                yield MockTask(rng.choice(list(ws.library.cases)), did=f"s{number % SITTINGS}", answered=at)
            case What.STORIES:
                yield MockTask(rng.choice(list(ws.library.questions)), answered=at, text="We shipped it.", ticked=(0,))
            case What.DIVE:
                yield MockTask("none", answered=at)


def _ago(part: float) -> datetime:
    """A moment by the part of the ten years that passed since: 0 is now."""
    return NOW - timedelta(days=DAYS) * part
