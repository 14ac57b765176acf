"""Recurrence: problems as items of review. An accepted attempt is rated; later the problem is to be solved again."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sharpen.domain.attempt import Attempt, wrong_tries
from sharpen.domain.day import day_ends, day_of
from sharpen.domain.draft import Draft
from sharpen.domain.hint import SOLUTION
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.problem import Problem
from sharpen.practice.items.remembering import record_rating, standing
from sharpen.practice.solving.drafts import cleared, draft
from sharpen.practice.work import Work

FAST, SLOW = 0.5, 1.5
"""The shares of a problem's minutes up to which it counts as solved fast, and beyond which as solved slowly."""
MANY_HINTS = 2
MANY_ATTEMPTS = 4
"""So many wrong submissions before the accepted one are guessing, not a slip."""


def begin_again(work: Work, slug: str) -> Draft:
    """The starter in place of the code, and the clock at zero, to solve the problem again; `undo_reset` brings it back.

    Nothing is reset twice: what was typed since the problem came back stays. Raises NoSuchProblem.
    """
    due, saved = comes_back(work, slug), work.drafts.get(slug)
    if saved is None or due is None or day_of(min(saved.updated, datetime.now(UTC))) >= day_of(due):
        return draft(work, slug)
    clean = replace(cleared(work, slug), seconds=0.0, updated=datetime.now(UTC))
    work.drafts.put(clean)
    return clean


def comes_back(work: Work, slug: str) -> datetime | None:
    """When a problem is to be solved again (UTC); None if it was never solved. Raises NoSuchProblem."""
    memory = standing(work, item_of(work.problem(slug))).memory
    return memory.due if memory else None


def remember(work: Work, attempt: Attempt) -> None:
    """Rate an attempt that was just accepted, the first of its day; later ones that day are polish."""
    problem = work.library.problems.get(attempt.problem)
    if problem is None or not attempt.accepted:
        return
    item, now = item_of(problem), datetime.now(UTC)
    memory = standing(work, item).memory
    if memory is not None and day_of(memory.last) == day_of(now):
        return
    effort = _effort(work, problem.slug, memory, now, attempt.seconds)
    record_rating(work, item, rating_of(problem.minutes, **vars(effort)), seconds=attempt.seconds)


@dataclass(frozen=True)
class Effort:
    """What an accepted attempt took, since the problem was last solved; `seconds` is 0 where nobody looked."""

    hints: int
    peeked: bool
    wrong: int
    seconds: float


@dataclass(frozen=True)
class Outcome:
    """How an accepted attempt was rated, what it took, and when the problem comes back (UTC)."""

    rating: Rating
    effort: Effort
    due: datetime


def outcome(work: Work, slug: str, since: datetime) -> Outcome | None:
    """What became of a problem that was accepted after a time; None when it was not rated then.

    Later ones of a day are not. Raises NoSuchProblem.
    """
    review, due = work.reviews.last_of(slug), comes_back(work, slug)
    if review is None or due is None or review.at < since:
        return None
    return Outcome(review.rating, _effort(work, slug, review.before, review.at, review.seconds), due)


def _effort(work: Work, slug: str, before: Memory | None, until: datetime, seconds: float) -> Effort:
    since = day_ends(before.last) if before else None  # what came later on that day was polish
    shown = [each for each in work.hints.of_problem(slug) if each.shown <= until]
    shown = [each for each in shown if since is None or each.shown > since]
    return Effort(
        hints=sum(each.is_hint for each in shown),
        peeked=any(each.number == SOLUTION for each in shown),
        wrong=wrong_tries(work.attempts.wrong(slug, since, until)),
        seconds=seconds,
    )


def rating_of(minutes: int, *, hints: int, peeked: bool, wrong: int, seconds: float) -> Rating:
    """The rating of an accepted attempt at a problem of so many minutes. 0 seconds: nobody looked at the clock.

    With the solution in view it counts for nothing; hints, much time or many wrong submissions make
    it hard; easy is what was solved alone, at once and fast.
    """
    share = seconds / 60 / minutes
    if peeked:
        return Rating.AGAIN
    if hints >= MANY_HINTS or share > SLOW or wrong >= MANY_ATTEMPTS:
        return Rating.HARD
    if not hints and not wrong and 0 < share <= FAST:
        return Rating.EASY
    return Rating.GOOD


def adopt_solved(work: Work) -> None:
    """Remember problems that were solved before there was a memory of them, as solved then."""
    solved = {slug: at for slug, (_, at) in work.attempts.standings().items() if at}
    known = work.memories.of_items(solved)
    for slug, at in solved.items():
        problem = work.library.problems.get(slug)
        if problem and (slug not in known or known[slug].memory is None):
            record_rating(work, item_of(problem), Rating.GOOD, at=at)


def item_of(problem: Problem) -> Item:
    """A problem as an item."""
    return Item(problem.slug, ItemKind.PROBLEM, problem.topic)
