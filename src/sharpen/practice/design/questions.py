"""A sitting as an interviewer is told of it: the question, what was written to it, and the points to score."""

from collections.abc import Sequence

from sharpen.domain.case import Case, Step
from sharpen.domain.interviewer import Criterion
from sharpen.domain.sitting import CELLS, SKETCH, Sitting
from sharpen.practice.design import rubric


def question_of(case: Case, brief: str, step: Step | None = None) -> str:
    """The question of a case, or of one step of it."""
    about = [f"Step: {step.title}", *step.prompts] if step else []
    return "\n".join([case.title, brief.strip(), *about])


def criteria(case: Case, sitting: Sitting, step: Step) -> tuple[Criterion, ...]:
    """The points of a step that are ticked by hand; a number decides the others."""
    points = [one for one in case.of_step(step.id) if not one.cell or rubric.decision(one, sitting).earned is None]
    return tuple(Criterion(point.id, point.text, (point.one, point.two)) for point in points)


def described(sitting: Sitting, steps: Sequence[Step]) -> str:
    """Everything that was written in words and numbers."""
    texts = [(step.title, sitting.text(step.id)) for step in steps]
    texts += [("Numbers", sitting.text(CELLS)), ("Diagram in words", sitting.text(SKETCH))]
    return "\n\n".join(f"{title}\n{text.strip()}" for title, text in texts if text.strip())
