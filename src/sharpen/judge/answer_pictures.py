"""Pictures of answers: the learner's output drawn beside the expected one, by the problem's picture.py."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sharpen.checks.calls import Call
from sharpen.checks.check import Ask, Case, Check, Failed, apart
from sharpen.checks.standard import Standard
from sharpen.checks.svg import svg
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Kind
from sharpen.judge.drawn import Drawn
from sharpen.judge.prepared import run_trusted
from sharpen.judge.questions import calling
from sharpen.judge.reading import Reading, bounded
from sharpen.judge.trials import run_trial
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import Submission, alone

MOST_ASKED = 500
"""Inputs of a universe that are looked at for one to draw."""
LARGEST = 4 << 20
"""Characters of a picture that a page can still show."""
DRAWING = 15.0
"""CPU seconds to draw it, matplotlib's first search for fonts included."""


def picture(drawn: Drawn, nursery: Nursery, source: str, entry: list[str], limits: Limits, trial: str = "") -> str:
    """An SVG of the first case the submission gets wrong, or of its own trial.

    Where nothing is wrong, it is of the case that picture.py names as its SHOW, to be looked at, else of the example.
    Empty when the problem draws nothing, or when this answer cannot be drawn.
    """
    path = drawn.prepared.folder / "picture.py"
    if not path.exists():
        return ""
    try:
        own = run_trusted(path)
        draw, show = own["draw"], own.get("SHOW")
        call, expected, got = _asked(drawn, nursery, source, entry, limits, trial, show)
        with bounded(DRAWING):
            image = svg(lambda figure: draw(figure, call, expected, got), layout="constrained")
        return image if len(image) <= LARGEST else ""
    except Exception:  # a picture is a courtesy: what cannot be drawn is not shown
        return ""


def _asked(
    drawn: Drawn, nursery: Nursery, source: str, entry: list[str], limits: Limits, trial: str, show: Call | None
) -> tuple[Call, Any, Any]:
    """The call to draw, what is expected of it, and what came. Raises Failed where there is no answer."""
    if trial:
        tried = run_trial(drawn.prepared, nursery, source, entry, trial, limits)
        if tried.call is None:
            raise LookupError("this trial calls nothing that can be drawn")
        return tried.call, tried.expected, tried.got
    with alone(nursery, source, limits) as submission:
        return _clearest(drawn, submission, Reading(), show)


def _clearest(drawn: Drawn, submission: Submission, reading: Reading, show: Call | None) -> tuple[Call, Any, Any]:
    """The case that shows most: the first that is wrong, else the one to be looked at, else the example."""
    first: tuple[Call, Any, Any] | None = None
    for check, case in _drawable(drawn):
        try:
            with reading.bounded():
                got = submission.value(submission.ask(calling(case.call)))
                if _wrong(check, case, got):
                    return case.call, case.expected, got
        except Failed:
            break
        first = first or (case.call, case.expected, got)
    else:
        if show is not None:
            with suppress(Failed), reading.bounded():
                (case,) = Standard().prepare([show], drawn.prepared.solution)
                return show, case.expected, submission.value(submission.ask(calling(show)))
    if first is None:
        raise LookupError("no case of this problem can be drawn")
    return first


def _drawable(drawn: Drawn) -> Iterator[tuple[Check, Case]]:
    for number, check in enumerate(drawn.checks):
        if check.kind in (Kind.EXAMPLE, Kind.ORACLE) and check.ask in (Ask.ANSWER, Ask.EACH):
            for case in drawn.cases(number):
                yield from ((check, one) for one in apart(check, case)[:MOST_ASKED])


def _wrong(check: Check, case: Case, got: Any) -> bool:
    try:
        return check.same is not None and check.same(case.expected, got) is not None
    except Failed:
        raise
    except Exception:
        return True
