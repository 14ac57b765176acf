"""Time by round: what was spent on each, week by week, from what is kept of it.

Cards are timed by the session, problems by their drafts (an attempt says how long was worked in all, so the later ones
count what came on top), cases, dives and stories by their own clocks. What a lab computes is nobody's time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import date as Date

from sharpen.domain.day import beginning, day_of
from sharpen.practice.design import sittings
from sharpen.practice.exercises import ELSEWHERE
from sharpen.practice.work import Work

WEEKS = 12
DEPTH, BEHAVIORAL = "depth", "behavioral"
"""The rounds of dives and of stories."""


@dataclass(frozen=True)
class RoundTime:
    """One round: the minutes of each week, the earliest first."""

    id: str
    title: str
    minutes: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.minutes)


@dataclass(frozen=True)
class TimeSpent:
    """The Mondays of the weeks, and each round."""

    weeks: tuple[Date, ...]
    rounds: tuple[RoundTime, ...]

    @property
    def most(self) -> float:
        """The most minutes that a round had in a week."""
        return max((minutes for each in self.rounds for minutes in each.minutes), default=0.0)

    @property
    def total(self) -> float:
        return sum(each.total for each in self.rounds)


def gather(work: Work) -> TimeSpent:
    """The last twelve weeks, this one included."""
    today = day_of(datetime.now(UTC))
    first = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))
    round_of = {topic.id: topic.round for topic in work.library.outline}
    weeks = tuple(first + timedelta(days=7 * number) for number in range(WEEKS))
    spent: dict[str, list[float]] = {key: [0.0] * WEEKS for key in work.library.outline.rounds}
    for week, topic, seconds in work.reviews.seconds_by_span(beginning(first), weeks, ELSEWHERE):
        if topic in round_of:
            spent[round_of[topic]][week] += seconds / 60
    for at, round_, seconds in clocked(work, beginning(first)):
        week = (day_of(at) - first).days // 7
        if round_ in spent and 0 <= week < WEEKS:
            spent[round_][week] += seconds / 60
    titles = work.library.outline.rounds
    return TimeSpent(weeks, tuple(RoundTime(key, titles[key], tuple(minutes)) for key, minutes in spent.items()))


def clocked(work: Work, since: datetime) -> Iterator[tuple[datetime, str, float]]:
    """When, at what round, and for how many seconds one worked since then at something with a clock of its own."""
    problems, round_of = work.library.problems, {topic.id: topic.round for topic in work.library.outline}
    for problem, at, seconds in _on_top(work.attempts.times_since(since)):
        if problem in problems:
            yield at, round_of.get(problems[problem].topic, ""), seconds
    cases = work.library.cases
    for sitting in sittings.summaries(work):
        if sitting.started >= since and (case := cases.get(sitting.case)):
            yield sitting.started, round_of.get(case.topic, ""), sitting.seconds
    for at, seconds in work.dives.times_since(since):
        yield at, DEPTH, seconds
    for at, seconds in work.tellings.times_since(since):
        yield at, BEHAVIORAL, seconds


def _on_top(attempts: Iterable[tuple[str, datetime, float]]) -> Iterator[tuple[str, datetime, float]]:
    """Attempts with the seconds since the one before at the same problem; one that began anew has less, all its own."""
    before: dict[str, float] = defaultdict(float)
    for problem, at, seconds in attempts:
        yield problem, at, seconds - before[problem] if seconds >= before[problem] else seconds
        before[problem] = seconds
