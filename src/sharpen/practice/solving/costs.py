"""What the best answer costs in time and space: asked once before a solution opens, where the content knows it.

What was said is told right or wrong and not kept: the pattern drill is where costs are practiced and remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from sharpen.content.brief import notes
from sharpen.domain.hint import COST, Reveal
from sharpen.practice.errors import BadAnswer
from sharpen.practice.solving.hints import counts_now
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Question:
    """One of the two questions: what it asks for, and what there is to choose from. The texts are Markdown."""

    name: str
    options: tuple[str, ...]
    right: str


@dataclass(frozen=True)
class Told:
    """What was said to a question, and what is right."""

    name: str
    said: str
    right: str

    @property
    def hit(self) -> bool:
        return self.said == self.right


def to_ask(work: Work, slug: str) -> tuple[Question, ...]:
    """What is to be asked before the solution opens: nothing where it was before, or where nobody knows."""
    return () if counts_now(work, slug, work.hints.get(slug, COST)) else questions(work, slug)


def questions(work: Work, slug: str) -> tuple[Question, ...]:
    """Both questions, their options in an order that stays; none where nobody knows. Raises NoSuchProblem."""
    work.problem(slug)
    drill = work.library.drills.get(slug)
    if drill is None:
        return ()
    rng = Random(slug)
    costs = {"Time": drill.time, "Extra space": drill.space}
    return tuple(Question(name, tuple(rng.sample(every, len(every))), every[0]) for name, every in costs.items())


def told(work: Work, slug: str, places: Sequence[int]) -> tuple[Told, ...]:
    """What is right, given the place of the option chosen for each question. Raises BadAnswer, NoSuchProblem."""
    asked = questions(work, slug)
    if (
        not asked
        or len(places) != len(asked)
        or not all(0 <= place < len(one.options) for one, place in zip(asked, places, strict=True))
    ):
        raise BadAnswer("Choose one time and one space, or skip the question.")
    return tuple(Told(one.name, one.options[place], one.right) for one, place in zip(asked, places, strict=True))


def why(work: Work, slug: str) -> str:
    """Why it costs that, in Markdown: the notes in the docstring of the solution."""
    return notes(work.library.problems.solution(slug))


def answer(ws: Workspace, slug: str, places: Sequence[int] | None) -> None:
    """Take an answer, None for a question that was skipped: it is not asked again. Raises BadAnswer, NoSuchProblem."""
    with ws.writing() as work:
        if places is not None:
            told(work, slug, places)
        if to_ask(work, slug):
            work.hints.put(Reveal(ws.learner, slug, COST, datetime.now(UTC)))
