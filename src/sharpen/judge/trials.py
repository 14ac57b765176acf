"""Running a learner's own trial on their code and, beside it, on the model solution."""

import ast
from dataclasses import dataclass
from typing import Any

from sharpen.checks.calls import GIVENS, Call, Given
from sharpen.checks.check import Failed
from sharpen.checks.comparing import Comparator, close
from sharpen.checks.showing import show
from sharpen.checks.standard import reason
from sharpen.domain.problem import Limits
from sharpen.domain.syntax import parse
from sharpen.domain.verdict import Kind, TrialResult, Verdict
from sharpen.judge.legible import legible_result
from sharpen.judge.prepared import Prepared
from sharpen.judge.questions import calling
from sharpen.judge.reading import Reading
from sharpen.sandbox.codec import pack_question
from sharpen.sandbox.failures import tampered
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import alone
from sharpen.sandbox.trial import CALLS, ENDS, NO_VALUE

OTHERWISE = "the model solution answers otherwise, but here more than one answer may be right"
MOST_CALLS = 1000
"""Calls of the model solution in one trial."""


@dataclass(frozen=True)
class Answered:
    """What the model solution made of a trial, how that is shown, and the last call that it was asked.

    Without `known` there is nothing to compare with, and `shown` says why; or `fault` says what is wrong with the trial
    itself.
    """

    shown: str
    known: bool = False
    value: object = None
    call: Call | None = None
    fault: str = ""


@dataclass(frozen=True)
class Tried:
    """The result of a trial for the learner, and for a picture the last call with both answers, if both are known."""

    result: TrialResult
    call: Call | None = None
    expected: object = None
    got: object = None


def run_trial(prepared: Prepared, nursery: Nursery, source: str, entry: list[str], trial: str, limits: Limits) -> Tried:
    """What the submission and the model solution answer to a trial. Raises Interrupted."""
    reading, printed = Reading(), ""
    model = _expected(prepared, nursery, entry, trial, limits, reading)
    if model.fault:
        return Tried(legible_result(TrialResult(trial, Verdict.RUNTIME_ERROR, why=model.fault, runs=False)))
    try:
        with reading.bounded(), alone(nursery, source, limits) as submission:
            asked = submission.ask(pack_question(["trial", trial]))
            try:
                got = submission.value(asked)
            finally:
                printed = submission.printed
            difference = close()(model.value, got) if model.known else None
            open_ = not model.known or (difference is not None and _may_differ(prepared, model.value, got))
            result = TrialResult(
                trial,
                Verdict.ACCEPTED,
                cpu_ms=asked.cpu * 1e3,
                got=show(got),
                expected=model.shown,
                agrees=None if open_ else difference is None,
                printed=printed,
                why="" if difference is None else OTHERWISE if open_ else difference.why,
            )
    except Failed as failure:
        return Tried(legible_result(_failed(trial, failure, printed, model.shown)))
    return Tried(legible_result(result), model.call if model.known else None, model.value, got)


def _may_differ(prepared: Prepared, expected: object, got: object) -> bool:
    """Whether another answer than the model solution's may be right: one is drawn, or a check is content with it."""
    return any(
        check.kind is Kind.STATISTICS or (check.same is not None and not reason(_unlike, check.same, expected, got))
        for check in prepared.checks
    )


def _unlike(same: Comparator, expected: object, got: object) -> str | None:
    difference = same(expected, got)
    return difference.why if difference else None


def _expected(
    prepared: Prepared, nursery: Nursery, entry: list[str], trial: str, limits: Limits, reading: Reading
) -> Answered:
    """What the model solution makes of a trial, whose lines run in a child that has none of it.

    Only the calls of the entry reach the model solution, each of them as plain data.
    """
    try:
        with alone(nursery, "", limits) as lines, alone(nursery, prepared.model, limits) as model:
            call: Call | None = None
            question: list[object] = ["elsewhere", trial, *_sorts(prepared.model, entry)]
            for _ in range(MOST_CALLS):
                with reading.bounded():
                    told = lines.answer(question)
                    match told:
                        case (str(word), value) if word == ENDS:
                            # `print(f(3))` is nothing to compare: all submissions would agree on None.
                            printed = lines.printed.rstrip() if value is None else ""
                            return Answered(printed or show(value), not printed, value, call)
                    call = _call(told, entry)
                    question = ["returned", _listed(model.value(model.ask(calling(call))))]
    except Failed as failure:
        if fault := _fault(failure):
            return Answered("", fault=fault)
        return Answered(f"the model solution fails on this trial: {failure.why}")
    return Answered(f"the model solution was not asked: this trial calls it more than {MOST_CALLS:,} times")


def _fault(failure: Failed) -> str:
    """What is wrong with a trial that cannot run, whatever the code; empty when it began to."""
    if failure.traceback:  # it runs, and evaluates a text that does not
        return ""
    if failure.why.startswith(("SyntaxError:", "IndentationError:", "TabError:")):
        return f"this does not parse: {failure.why}"
    return NO_VALUE if failure.why == f"ValueError: {NO_VALUE}" else ""


def _sorts(model: str, entry: list[str]) -> tuple[list[str], list[str]]:
    """Those of the entry that are functions, and those that are classes."""
    found = {node.name for node in parse(model).body if isinstance(node, ast.ClassDef)}
    return [name for name in entry if name not in found], [name for name in entry if name in found]


def _call(told: Any, entry: list[str]) -> Call:
    """The call that a trial asks for. Raises Failed: the lines that ask may say anything."""
    try:
        word, (name, args, kwargs, then) = told
        made = {key: _argument(*pair) for key, pair in kwargs.items()}
        steps = tuple((method, tuple(_argument(*pair) for pair in pairs)) for method, pairs in then)
        if word == CALLS and name in entry and all(isinstance(method, str) for method, _ in steps):
            return Call(name, tuple(_argument(*pair) for pair in args), made, steps)
    except (TypeError, ValueError, AttributeError):
        pass
    raise tampered()


def _argument(kind: str, value: object) -> object:
    if not kind:
        return value
    if kind not in GIVENS or not isinstance(value, tuple):
        raise ValueError("no such given")
    return Given(kind, value)


def _listed(value: object) -> object:
    """The value with lists for tuples: an answer no longer knows which it was, and lists can do more."""
    if isinstance(value, tuple):
        return [_listed(item) for item in value]
    return {key: _listed(item) for key, item in value.items()} if isinstance(value, dict) else value


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
