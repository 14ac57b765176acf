"""Examining a submission: every check in turn, one result each."""

import contextlib
import signal
from collections.abc import Iterator
from dataclasses import replace

from sharpen.checks import Case, Check, Failed, Finding, show
from sharpen.checks.comparing import close
from sharpen.checks.showing import show_call
from sharpen.checks.vocabulary import UNREADABLE
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import CheckResult, Kind, TrialResult, Verdict
from sharpen.judge.legible import legible_result
from sharpen.judge.prepared import Plan
from sharpen.judge.trials import REFUSED, plain
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import Submission

LOADS = "The code loads"
OTHERWISE = "the model solution answers otherwise, but here more than one answer may be right"
COMPARING = 5.0
"""CPU seconds that this process may spend on one answer before it is refused."""


def examine(plan: Plan, nursery: Nursery, source: str, entry: list[str], limits: Limits) -> Iterator[CheckResult]:
    """Judge a submission check by check; after a fatal failure the rest is not run.

    Raises Interrupted when the judging was disturbed, BrokenChecks when the problem is at fault.
    """
    total = len(plan.checks)
    try:
        submission = Submission(nursery, source, limits, model=plan.model)
    except Failed as failure:
        yield legible_result(replace(_failed(LOADS, Kind.LOAD, failure), of=total))
        return
    with contextlib.closing(submission):
        missing = submission.missing(entry)
        if missing:
            why = f"the code does not define {_listed(missing)}"
            yield CheckResult(LOADS, Kind.LOAD, Verdict.RUNTIME_ERROR, why=why, of=total)
            return
        for number, check in enumerate(plan.checks):
            result, fatal = _check(check, plan.cases(number), submission)
            yield legible_result(replace(result, of=total))
            if fatal:
                return


def _check(check: Check, cases: list[Case], submission: Submission) -> tuple[CheckResult, bool]:
    """The result of one check, and whether the submission is beyond asking more."""
    spent = 0.0
    for case in cases:
        submission.printed, submission.used = "", 0.0
        try:
            with bounded(COMPARING):
                finding = check.examine(submission, case)
        except Failed as failure:
            told = _failed(check.name, check.kind, failure)
            call = failure.call or case.call
            shown = replace(told, input=show_call(call), expected=_expected(case), printed=submission.printed)
            return replace(shown, cpu_ms=(spent + submission.used) * 1e3), failure.fatal
        spent += submission.used
        if finding:
            return _found(check, case, finding, spent, submission.printed), False
    return CheckResult(check.name, check.kind, Verdict.ACCEPTED, cpu_ms=spent * 1e3), False


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise Failed when this process spends so much CPU time on an answer; not to be nested.

    An integer that a property counts up to would occupy it without end. The second timer is for
    what no exception interrupts: left to itself, its signal ends the process.
    """

    def refuse(_signal: int, _frame: object) -> None:
        why = f"reading this answer takes the check more than {seconds:g} s; is it far larger than it should be?"
        raise Failed(Verdict.RUNTIME_ERROR, why, fatal=True)

    signal.signal(signal.SIGPROF, refuse)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    signal.setitimer(signal.ITIMER_VIRTUAL, 4 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _found(check: Check, case: Case, finding: Finding, spent: float, printed: str) -> CheckResult:
    return CheckResult(
        check.name,
        check.kind,
        finding.verdict,
        cpu_ms=spent * 1e3,
        why=finding.why,
        input=show_call(finding.call or case.call),
        expected=finding.expected,
        got=finding.got,
        where=finding.where,
        printed=printed,
        line=finding.raised.line if finding.raised else 0,
        traceback=finding.raised.traceback if finding.raised else "",
    )


def _failed(name: str, kind: Kind, failure: Failed) -> CheckResult:
    return CheckResult(name, kind, failure.verdict, why=failure.why, line=failure.line, traceback=failure.traceback)


def _expected(case: Case) -> str:
    return "" if case.expected is None else show(case.expected)


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def run_trial(plan: Plan, nursery: Nursery, source: str, trial: str, limits: Limits) -> TrialResult:
    """Run the learner's own trial on their code and on the model solution. Raises Interrupted."""
    _, _, result = answers(plan, nursery, source, trial, limits)
    return legible_result(result)


def answers(
    plan: Plan, nursery: Nursery, source: str, trial: str, limits: Limits
) -> tuple[object, object, TrialResult]:
    """What the model solution and the submission answer to a trial, and the result for the learner."""
    known, expected, unknown = _expected_of(plan, nursery, trial, limits)
    wanted, printed = show(expected) if known else unknown, ""
    try:
        with contextlib.closing(Submission(nursery, source, limits)) as submission:
            try:
                got = submission.trial(trial)
            finally:
                printed, spent = submission.printed, submission.used
        with bounded(COMPARING):
            difference = close()(expected, got) if known else None
            open_ = not known or (difference is not None and _may_differ(plan, expected, got))
    except Failed as failure:
        return None, expected, _trial_failed(trial, failure, printed, wanted)
    result = TrialResult(
        trial,
        Verdict.ACCEPTED,
        cpu_ms=spent * 1e3,
        got=show(got),
        expected=wanted,
        agrees=None if open_ else difference is None,
        printed=printed,
        why="" if difference is None else OTHERWISE if open_ else difference.why,
    )
    return got, expected, result


def _may_differ(plan: Plan, expected: object, got: object) -> bool:
    """Whether another answer than the model solution's may be right: one is drawn, or a check is content with it."""
    for check in plan.checks:
        with contextlib.suppress(*UNREADABLE):
            if check.kind is Kind.STATISTICS or (check.same and check.same(expected, got) is None):
                return True
    return False


def _expected_of(plan: Plan, nursery: Nursery, trial: str, limits: Limits) -> tuple[bool, object, str]:
    """Whether the model solution answers a trial, its answer, and what to show in place of one."""
    if not plain(trial):
        return False, None, REFUSED
    try:
        with contextlib.closing(Submission(nursery, plan.model, limits)) as model:
            expected = model.trial(trial)
            # `print(f(3))` is nothing to compare: all submissions would agree on None.
            told = model.printed.rstrip() if expected is None else ""
            return not told, expected, told
    except Failed as failure:
        return False, None, f"the model solution fails on this trial: {failure.why}"


def _trial_failed(trial: str, failure: Failed, printed: str, expected: str) -> TrialResult:
    return TrialResult(
        trial,
        failure.verdict,
        expected=expected,
        printed=printed,
        why=failure.why,
        line=failure.line,
        traceback=failure.traceback,
    )
