"""Coverage: what was solved, here and elsewhere, by pattern and difficulty, by mix, and by day."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import date as Date

from sharpen.domain.item import ItemKind
from sharpen.domain.problem import Difficulty, Problem
from sharpen.domain.sheet import SheetRow
from sharpen.domain.topic import Topic
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work

AIM = {Difficulty.EASY: 33, Difficulty.MEDIUM: 52, Difficulty.HARD: 15}
"""Percent: the mix of those 350 problems with which the guide's author prepared, 35 : 55 : 15 of 105."""
LATELY = timedelta(days=366)


@dataclass(frozen=True)
class Row:
    """One pattern: what was solved of it by difficulty, here and elsewhere, and how many problems there are here."""

    topic: Topic
    here: dict[Difficulty, int]
    elsewhere: dict[Difficulty, int]
    there: dict[Difficulty, int]

    def solved(self, difficulty: Difficulty) -> int:
        return self.here[difficulty] + self.elsewhere[difficulty]

    @property
    def total(self) -> int:
        return sum(map(self.solved, Difficulty))


@dataclass(frozen=True)
class Coverage:
    """What was solved: by pattern, of all with a difficulty by mix, by day of the last year, and what is next."""

    rows: tuple[Row, ...]
    mix: dict[Difficulty, int]
    days: dict[Date, int]
    unsorted: int
    """Entries of the log whose pattern or difficulty is not known."""
    gap: tuple[Topic, Difficulty] | None
    """The cell of the grid to fill next."""
    problem: Problem | None
    """A problem here that fills it, if there is one."""

    @property
    def solved(self) -> int:
        return sum(self.mix.values())

    def share(self, difficulty: Difficulty) -> float:
        """The percent of the mix that a difficulty has."""
        return 100 * self.mix[difficulty] / self.solved if self.solved else 0.0


def gather(work: Work) -> Coverage:
    """Everything about what was solved."""
    outline, problems, progress = work.library.outline, work.library.problems, attempts.progress(work)
    wanted = [topic for topic in outline if "drill" in topic.wants]
    done = [problems[slug] for slug, state in progress.items() if state.is_solved]
    here = Counter((pattern, problem.difficulty) for problem in done for pattern in (problem.topic, *problem.also))
    there = Counter((problem.topic, problem.difficulty) for problem in problems.values())
    logged = [row for row in work.sheet_rows.everything() if row.solved]
    elsewhere = Counter((pattern, row.difficulty) for row in logged for pattern in row.patterns)
    known = {topic.id for topic in wanted}
    rows = tuple(
        Row(topic, *({level: counts[topic.id, level] for level in Difficulty} for counts in (here, elsewhere, there)))
        for topic in wanted
    )
    mix = _mix(done, logged, known)
    gap = _gap(rows, mix)
    unsolved = (problem for problem in problems.values() if problem not in done)
    fills = (problem for problem in unsolved if gap and (problem.topic, problem.difficulty) == (gap[0].id, gap[1]))
    unsorted = sum(not row.difficulty or known.isdisjoint(row.patterns) for row in logged)
    return Coverage(rows, mix, dict(_days(work)), unsorted, gap, next(fills, None))


def mix(work: Work) -> dict[Difficulty, int]:
    """How many problems of general coding were solved by difficulty, here and elsewhere."""
    problems = work.library.problems
    done = [problems[slug] for slug, state in attempts.progress(work).items() if state.is_solved]
    logged = [row for row in work.sheet_rows.everything() if row.solved]
    return _mix(done, logged, set(work.library.outline.wanting("drill")))


def _mix(done: Iterable[Problem], logged: Iterable[SheetRow], known: Collection[str]) -> dict[Difficulty, int]:
    levels = Counter(problem.difficulty for problem in done if problem.topic in known)
    levels += Counter(row.difficulty for row in logged if row.difficulty)
    return {level: levels[level] for level in Difficulty}


def _gap(rows: tuple[Row, ...], mix: dict[Difficulty, int]) -> tuple[Topic, Difficulty] | None:
    """The pattern with the fewest solved, at the difficulty that is furthest below its part of the mix."""
    if not rows:
        return None
    total = sum(mix.values())
    row = min(rows, key=lambda row: row.total)
    open_ = [level for level in Difficulty if row.there[level] > row.here[level]] or list(Difficulty)
    if not total:
        return row.topic, open_[0]
    return row.topic, max(
        open_, key=lambda level: AIM[level] - 100 * mix[level] / total - 200 * bool(row.solved(level))
    )


def _days(work: Work) -> Counter[Date]:
    """How many problems were solved on each day of the last year, here and elsewhere."""
    since = datetime.now(UTC) - LATELY
    rated = Counter(work.reviews.by_day((ItemKind.PROBLEM, ItemKind.SHEET), since))
    only_dated = (row.day for row in work.sheet_rows.everything() if row.day and not row.went)
    return rated + Counter(day for day in only_dated if day >= since.date())
