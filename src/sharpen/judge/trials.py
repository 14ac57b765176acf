"""Running a learner's own trial on their code and, beside it, on the model solution."""

import contextlib

from sharpen.checks.check import Failed
from sharpen.checks.comparing import close
from sharpen.checks.showing import show
from sharpen.checks.vocabulary import UNREADABLE
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Kind, TrialResult, Verdict
from sharpen.judge.judging import COMPARING, bounded
from sharpen.judge.legible import legible_result
from sharpen.judge.prepared import Prepared
from sharpen.judge.trial_spoilers import REFUSED, plain
from sharpen.sandbox.codec import pack_question
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import alone

OTHERWISE = "the model solution answers otherwise, but here more than one answer may be right"


def run_trial(prepared: Prepared, nursery: Nursery, source: str, trial: str, limits: Limits) -> TrialResult:
    """The result for the learner. Raises Interrupted."""
    _, _, result = answers(prepared, nursery, source, trial, limits)
    return legible_result(result)


def answers(
    prepared: Prepared, nursery: Nursery, source: str, trial: str, limits: Limits
) -> tuple[object, object, TrialResult]:
    """What the submission and the model solution answer to a trial, and the result for the learner."""
    known, expected, unknown = _expected(prepared, nursery, trial, limits)
    wanted, printed = show(expected) if known else unknown, ""
    try:
        with alone(nursery, source, limits) as submission:
            asked = submission.ask(pack_question(["trial", trial]))
            try:
                got = submission.value(asked)
            finally:
                printed = submission.printed
        with bounded(COMPARING):
            difference = close()(expected, got) if known else None
            open_ = not known or (difference is not None and _may_differ(prepared, expected, got))
    except Failed as failure:
        return None, expected, _failed(trial, failure, printed, wanted)
    result = TrialResult(
        trial,
        Verdict.ACCEPTED,
        cpu_ms=asked.cpu * 1e3,
        got=show(got),
        expected=wanted,
        agrees=None if open_ else difference is None,
        printed=printed,
        why="" if difference is None else OTHERWISE if open_ else difference.why,
    )
    return got, expected, result


def _may_differ(prepared: Prepared, expected: object, got: object) -> bool:
    """Whether another answer than the model solution's may be right: one is drawn, or a check is content with it."""
    for check in prepared.checks:
        with contextlib.suppress(*UNREADABLE):
            if check.kind is Kind.STATISTICS or (check.same and check.same(expected, got) is None):
                return True
    return False


def _expected(prepared: Prepared, nursery: Nursery, trial: str, limits: Limits) -> tuple[bool, object, str]:
    """Whether the model solution answers a trial, its answer, and what to show in place of one."""
    if not plain(trial):
        return False, None, REFUSED
    try:
        with alone(nursery, prepared.model, limits) as model:
            expected = model.answer(["trial", trial])
            # `print(f(3))` is nothing to compare: all submissions would agree on None.
            printed = model.printed.rstrip() if expected is None else ""
            return not printed, expected, printed
    except Failed as failure:
        return False, None, f"the model solution fails on this trial: {failure.why}"


def _failed(trial: str, failure: Failed, printed: str, expected: str) -> TrialResult:
    return TrialResult(
        trial,
        failure.verdict,
        expected=expected,
        printed=printed,
        why=failure.why,
        line=failure.line,
        traceback=failure.traceback,
    )
