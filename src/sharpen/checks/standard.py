"""The standard of an answer: like an expected one, or such that a property holds of it."""

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sharpen.checks.calls import Call
from sharpen.checks.check import Case, Failed, Finding
from sharpen.checks.comparing import Comparator, close, has_nan, is_empty
from sharpen.checks.showing import show

Reason = str | None
"""None when all is well, else a sentence that says what is not."""


NOTHING = "the call returned None"
NAN = "the answer contains NaN, which is not a number"


def reference(*_args: Any) -> Any:
    """Given as `expected`: what the model solution returns."""
    raise TypeError("`reference` is a mark for the `expected` of a check; it is not called")


@dataclass(frozen=True)
class Standard:
    """What makes an answer right: it is like an expected one, or a property holds of it.

    With `holds` nothing is expected; else `expected(*arguments)` is, by `same`. An answer that is empty or contains
    NaN is not asked about: "wrong if x > y" and "wrong if any x" would be content with it. `nan` and `empty` say
    that such an answer may be right.
    """

    expected: Callable[..., Any] = reference
    same: Comparator = field(default_factory=close)
    holds: Callable[..., Reason] | None = None
    nan: bool = False
    empty: bool = False

    def prepare(self, calls: Iterable[Call], solution: dict[str, Any]) -> list[Case]:
        """The cases of a check that asks for these calls."""
        return [Case(call, None if self.holds else _expected(call, self.expected, solution)) for call in calls]

    def objection(self, case: Case, got: Any) -> Finding | None:
        """What is wrong with an answer."""
        if self.holds is None:
            return _same(self.same, case, got)
        why = lack(got, nan=self.nan, empty=self.empty) or reason(self.holds, got, *case.call.args)
        return Finding(why, got=show(got)) if why else None


def lack(got: Any, *, nan: bool = False, empty: bool = False) -> Reason:
    """What an answer lacks before any property is asked of it; `nan` and `empty` say what it need not have."""
    try:
        if not empty and is_empty(got):
            return NOTHING if got is None else "the answer is empty"
        return NAN if not nan and has_nan(got) else None
    except RecursionError:
        return "the answer is nested too deeply to be looked through"


def _expected(call: Call, expected: Callable[..., Any], solution: dict[str, Any]) -> Any:
    """The expected answer, computed on a copy: neither the oracle nor the solution may spoil the case."""
    own = copy.deepcopy(call).made()
    return own.on(solution) if expected is reference else expected(*own.args, **own.kwargs)


def _same(same: Comparator, case: Case, got: Any) -> Finding | None:
    try:
        difference = same(case.expected, got)
    except Exception as problem:
        return Finding(lack(got, nan=True) or _formless(problem), _right(same, case), show(got))
    if difference is None:
        return None
    right, why, shown = _right(same, case), difference.why, show(got)
    if f"got {shown}" not in why and (got is None or not right):  # a comparison of the problem's own may stumble
        why = lack(got, nan=True) or why
    return Finding(why, right or difference.expected, shown, difference.where, parts=difference.parts)


def _right(same: Comparator, case: Case) -> str:
    """The expected answer; empty where a comparison goes by something else, such as the bounds of an answer."""
    try:
        return show(case.expected) if same(case.expected, case.expected) is None else ""
    except Exception:
        return ""


class Lacking(Exception):
    """An answer to a relation has not what every answer must have."""


def reason(holds: Callable[..., Reason], *args: Any) -> Reason:
    """What a property function objects to; an answer it cannot even read is an objection too. Raises Failed."""
    try:
        return holds(*args)
    except Lacking as lacking:
        return str(lacking)
    except Exception as problem:
        said = _formless(problem)
        return (lack(args[0], nan=True) if args else None) or said


def _formless(problem: Exception) -> str:
    """What is said of an answer at which a check stumbles; what no answer can cause is raised again."""
    if isinstance(problem, Failed | ImportError) or type(problem) is NameError:
        raise problem
    return f"the answer does not have the documented form ({type(problem).__name__}: {problem})"
