"""Checks of every input of a small universe: thousands of calls, asked in a few messages."""

import builtins
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sharpen.checks.calls import Call
from sharpen.checks.check import Ask, Candidate, Case, Check, Failed, Finding
from sharpen.checks.comparing import Comparator, exactly
from sharpen.checks.showing import show
from sharpen.checks.standard import Reason, Standard, reference
from sharpen.domain.verdict import Kind

TOGETHER = 500
"""Calls in one message: few enough that the first wrong one of a small size is soon found."""
KEPT = ". Called once more it is right: something is kept between calls"


def exhaustive(
    name: str,
    entry: str,
    universe: Iterable[Sequence[Any]],
    *,
    expected: Callable[..., Any] = reference,
    same: Comparator | None = None,
    holds: Callable[..., Reason] | None = None,
) -> Check:
    """Every input of a small universe, such as all lists of up to six numbers from 0 to 2; smallest first.

    `universe` gives the arguments of one call after another (`checks.lists` and its like make them), plain values all
    of them. An answer is judged as that of `oracle`, but exactly unless `same` says otherwise, or by `holds`.
    """
    every = [list(args) for args in universe]
    standard = Standard(expected, same or exactly(), holds, nan=True, empty=True)

    def prepare(solution: dict[str, Any]) -> list[Case]:
        calls = [Call(entry, tuple(args)) for args in every]
        right = [case.expected for case in standard.prepare(calls, solution)]
        starts = range(0, len(every), TOGETHER)
        return [Case(Call(entry, (every[at : at + TOGETHER],)), right[at : at + TOGETHER]) for at in starts]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        answers = candidate.each(case.call)
        if holds is None and same is None and _are(case, answers):
            return None
        calls = case.call.several()
        for call, right, answer in builtins.zip(calls, case.expected, answers, strict=False):
            finding = _objection(candidate, standard, Case(call, right), answer)
            if finding:
                return finding
        return None if len(answers) == len(calls) else _raised(candidate, calls[len(answers)])

    return Check(name, Kind.ORACLE, prepare, examine, None if holds else standard.same, ask=Ask.EACH)


def _objection(candidate: Candidate, standard: Standard, case: Case, answer: Any) -> Finding | None:
    """What is wrong with one answer; where it comes of the calls before, that too."""
    finding = standard.objection(case, answer)
    if finding is None:
        return None
    kept = KEPT if _right_again(candidate, standard, case) else ""
    return replace(finding, why=f"{finding.why}{kept}", call=case.call)


def _right_again(candidate: Candidate, standard: Standard, case: Case) -> bool:
    """Whether the call is answered rightly once more; not if the code fails at that, or at what was asked before it."""
    try:
        return standard.objection(case, candidate.answer(case.call)) is None
    except Failed:
        return False


def _raised(candidate: Candidate, call: Call) -> Finding:
    """What there is to say of a call that raised; alone it usually does so again. Raises Failed."""
    try:
        return Finding(f"it raised an exception{KEPT}", got=show(candidate.answer(call)), call=call)
    except Failed as failure:
        failure.call = call
        raise


def _are(case: Case, answers: Sequence[Any]) -> bool:
    """Whether these are the expected answers, one by one and type by type: the quick way for what is right."""
    kept = vars(case)
    if "arrived" not in kept:
        kept["arrived"] = _frozen(case.expected)
    try:
        return bool(kept["arrived"] == answers)
    except Exception:  # arrays do not say yes or no
        return False


def _frozen(value: Any) -> Any:
    """The value as an answer arrives: every sequence a tuple."""
    if isinstance(value, list | tuple):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
