"""Pictures: the learner's output drawn beside the expected one, by the problem's picture.py."""

import contextlib
import io
from collections.abc import Iterator
from typing import Any

from sharpen.checks import Call, Case, Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Kind
from sharpen.judge.judging import COMPARING, answers, bounded
from sharpen.judge.prepared import Plan, run_trusted
from sharpen.judge.trials import plain
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import Submission

LARGEST = 4 << 20
"""Characters of a picture that a page can still show."""
DRAWING = 15.0
"""CPU seconds to draw it, matplotlib's first search for fonts included."""


def picture(plan: Plan, nursery: Nursery, source: str, limits: Limits, trial: str = "") -> str:
    """An SVG of the first case the submission gets wrong (or of the example), or of its own trial.

    Empty when the problem draws nothing, or when this answer cannot be drawn.
    """
    path = plan.folder / "picture.py"
    if not path.exists():
        return ""
    try:
        call, expected, got = _asked(plan, nursery, source, limits, trial)
        with bounded(DRAWING):
            svg = _drawn(run_trusted(path), call, expected, got)
        return svg if len(svg) <= LARGEST else ""
    except Exception:  # a picture is a courtesy: what cannot be drawn is not shown
        return ""


def _asked(plan: Plan, nursery: Nursery, source: str, limits: Limits, trial: str) -> tuple[Call, Any, Any]:
    """The call to draw, what is expected of it, and what came. Raises Failed where there is no answer."""
    if trial and not plain(trial):
        raise LookupError("this trial is not run on the model solution")
    if trial:
        with contextlib.closing(Submission(nursery, plan.model, limits)) as model:
            call = model.trial_call(trial)
        got, expected, _ = answers(plan, nursery, source, trial, limits)
        return call, expected, got
    with contextlib.closing(Submission(nursery, source, limits, model=plan.model)) as submission:
        return _telling(plan, submission)


def _telling(plan: Plan, submission: Submission) -> tuple[Call, Any, Any]:
    """The case that tells most: the first that is wrong, else the example."""
    first: tuple[Call, Any, Any] | None = None
    for check, case in _drawable(plan):
        got = submission.answer(case.call)
        first = first or (case.call, case.expected, got)
        try:
            with bounded(COMPARING):
                finding = check.examine(submission, case)
            if finding:
                return case.call, case.expected, got
        except Failed:
            break
    if first is None:
        raise LookupError("no case of this problem can be drawn")
    return first


def _drawable(plan: Plan) -> Iterator[tuple[Any, Case]]:
    for number, check in enumerate(plan.checks):
        if check.kind in (Kind.EXAMPLE, Kind.ORACLE):
            for case in plan.cases(number):
                yield check, case


def _drawn(namespace: dict[str, Any], call: Call, expected: Any, got: Any) -> str:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"svg.fonttype": "none", "font.family": "sans-serif", "svg.hashsalt": "sharpen"}):
        figure = Figure(figsize=(7.2, 3.2), layout="constrained")
        namespace["draw"](figure, call, expected, got)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return out.getvalue()[out.getvalue().index("<svg") :]
