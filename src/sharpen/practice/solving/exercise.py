"""Problems as a kind of exercise: one that was solved comes back, to be solved again from the starter."""

from collections.abc import Collection

from sharpen.domain.item import Item, ItemKind
from sharpen.practice.items.asked import Elsewhere, Shown
from sharpen.practice.items.exercise import DoneElsewhere, Pace, Source
from sharpen.practice.solving import recurrence
from sharpen.practice.solving.recurrence import item_of
from sharpen.practice.work import Work

AGAIN_TAKES = 0.6
"""The part of a problem's minutes that solving it again is expected to take."""


def _met(work: Work, met: Collection[str]) -> list[Item]:
    problems = work.library.problems
    return [item_of(problems[slug]) for slug in met if slug in problems]


def _item(work: Work, slug: str) -> Item | None:
    problem = work.library.problems.get(slug)
    return item_of(problem) if problem else None


class Problems(DoneElsewhere):
    """Solved on the page of the problem, or in the learner's editor; the verdict rates it."""

    kind = ItemKind.PROBLEM
    source = Source(_met, _item)
    advice = "Read the notes to its solution, write its idea in two sentences, then solve it once, slowly."
    where = "A problem is not answered here: solve it, and its verdict rates it."
    how_rated = "Solve the problem, and its verdict rates it; 1 says that you could not."

    def title(self, work: Work, item: Item) -> str:
        problem = work.library.problems.get(item.id)
        return problem.title if problem else ""

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        problem = work.library.problems.get(item.id)
        return problem.minutes * AGAIN_TAKES if problem else 0.0

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        problem = work.problem(item.id)
        path = f"/problems/{problem.slug}"
        return Shown(problem.summary, elsewhere=Elsewhere(problem.title, path, problem.difficulty, problem.minutes))

    def begin(self, work: Work, item: Item) -> None:
        recurrence.begin_again(work, item.id)


PROBLEM = Problems()
