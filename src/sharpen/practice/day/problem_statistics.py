"""Statistics of problems: how many were solved, how long they took beside their par, and how often at the first try."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from statistics import median

from sharpen.domain.attempt import Progress, Submitted
from sharpen.domain.day import day_of
from sharpen.domain.problem import Difficulty, Problem
from sharpen.domain.topic import Topic
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work

LATELY = 366
"""Days of which the submissions are counted."""
SHOWN = 20
"""Problems whose time is shown beside their par, those solved last."""


@dataclass(frozen=True)
class Solve:
    """How a problem was solved for the first time: when, at which submission, and in how many seconds of work.

    0 seconds: nobody looked at the clock.
    """

    problem: Problem
    at: datetime
    tries: int
    seconds: float

    @property
    def pace(self) -> float:
        """The time as a share of the problem's par; 0 where it is not known."""
        return self.seconds / 60 / self.problem.minutes


@dataclass(frozen=True)
class Tally:
    """Some problems: how many there are, and how those that were solved were."""

    total: int
    solves: tuple[Solve, ...]

    @property
    def solved(self) -> int:
        return len(self.solves)

    @property
    def first_try(self) -> float | None:
        """The share of those solved that were at the first submission; None before there is one."""
        return sum(solve.tries == 1 for solve in self.solves) / self.solved if self.solves else None

    @property
    def pace(self) -> float | None:
        """The middle of the times, each as a share of its par; None where none is known."""
        known = [solve.pace for solve in self.solves if solve.pace]
        return median(known) if known else None


@dataclass(frozen=True)
class OfTopic:
    """The problems of one topic, each with where the learner stands."""

    topic: Topic
    tally: Tally
    problems: tuple[tuple[Problem, Progress], ...]


@dataclass(frozen=True)
class ProblemStatistics:
    """All of it; `days` counts the submissions of each day of the last year, `tried` the problems ever tried."""

    whole: Tally
    levels: dict[Difficulty, Tally]
    topics: tuple[OfTopic, ...]
    days: dict[Date, int]
    tried: int

    @property
    def submissions(self) -> int:
        """How many there were in the last year."""
        return sum(self.days.values())

    @property
    def latest(self) -> list[Solve]:
        """Those solved last whose time is known, the newest first."""
        timed = [solve for solve in self.whole.solves if solve.seconds >= 1]
        return sorted(timed, key=lambda solve: solve.at, reverse=True)[:SHOWN]


def gather(work: Work) -> ProblemStatistics:
    """Everything about problems."""
    progress, problems = attempts.progress(work), work.library.problems
    solves = list(_solves(work.attempts.until_solved(), problems))
    today = day_of(datetime.now(UTC))
    days = work.attempts.by_day([today - timedelta(days=ago) for ago in range(LATELY, -1, -1)])
    topics = []
    for topic in work.library.outline:
        mine = problems.of_topic(topic.id)
        if mine:
            stands = tuple((problem, progress[problem.slug]) for problem in mine)
            topics.append(OfTopic(topic, _tally(mine, solves), stands))
    levels = {
        level: _tally([one for one in problems.values() if one.difficulty is level], solves) for level in Difficulty
    }
    tried = sum(one is not Progress.NEW for one in progress.values())
    return ProblemStatistics(_tally(problems.values(), solves), levels, tuple(topics), days, tried)


def _tally(some: Iterable[Problem], solves: list[Solve]) -> Tally:
    slugs = {problem.slug for problem in some}
    return Tally(len(slugs), tuple(solve for solve in solves if solve.problem.slug in slugs))


def _solves(submitted: list[Submitted], problems: Mapping[str, Problem]) -> Iterator[Solve]:
    """How each problem was first solved, in the order of the attempts, which are the oldest first."""
    tries = Counter[str]()
    done = set[str]()
    for each in submitted:
        problem = problems.get(each.problem)
        if problem is None or each.problem in done or each.verdict is None:
            continue
        tries[each.problem] += each.verdict.wrong or each.verdict.accepted
        if each.verdict.accepted:
            done.add(each.problem)
            yield Solve(problem, each.created, tries[each.problem], each.seconds)
