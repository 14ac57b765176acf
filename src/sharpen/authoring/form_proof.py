"""Proof that a model solution answers the same whatever form the same numbers are given in.

Learners run it on inputs of their own: pixels that are bytes, counts that are integers, plain lists. Arithmetic in
such a form overflows or loses digits in silence, and then it tells a right answer that it is wrong.
"""

import copy
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sharpen.authoring.finding import Finding
from sharpen.checks import Call, close, show
from sharpen.checks.check import Ask
from sharpen.checks.showing import show_call
from sharpen.domain.verdict import Kind

if TYPE_CHECKING:
    from sharpen.judge.prepared import Prepared

KINDS = (Kind.EXAMPLE, Kind.ORACLE)
MOST_ENTRIES = 5_000
"""Entries of the arguments of a case that is tried in other forms."""
TOP = 200
"""Real numbers are made integers from 0 to here, which fit into a byte, while most of their sums do not."""

Form = Callable[[np.ndarray], Any]
FORMS: dict[str, Form] = {
    "int64": lambda numbers: numbers.astype(np.int64),
    "uint8": lambda numbers: numbers.astype(np.uint8),
    "float32": lambda numbers: numbers.astype(np.float32),
    "a list": lambda numbers: numbers.tolist(),
    "a list of int": lambda numbers: numbers.astype(np.int64).tolist(),
}


def prove_forms(prepared: "Prepared") -> Iterator[Finding]:
    """Cases that the model solution answers otherwise when their numbers come in another form; one a form."""
    solution, left = prepared.solution, dict(FORMS)
    for number, check in enumerate(prepared.checks):
        if check.kind not in KINDS or check.ask is not Ask.ANSWER:
            continue
        for case in prepared.cases(number):
            plain = _as_bytes(case.call)
            if plain is None or (expected := _answer(plain, solution)) is None:
                continue
            for name, form in list(left.items()):
                fault = _fault(expected[0], _formed(plain, form), solution)
                if fault:
                    del left[name]
                    do = "Convert at the door, as by `np.asarray(X, float)`."
                    yield Finding(prepared.folder / "solution.py", 0, f"{_shown(plain, form)} ({name}): {fault}.", do)


def _as_bytes(call: Call) -> Call | None:
    """The call with every real number of its arrays made one that fits into a byte; None where it has no array."""
    arrays = [arg for arg in call.args if isinstance(arg, np.ndarray) and arg.dtype.kind in "iuf"]
    if not arrays or sum(array.size for array in arrays) > MOST_ENTRIES:
        return None
    return replace(call, args=tuple(map(_small, call.args)))


def _small(arg: Any) -> Any:
    if not isinstance(arg, np.ndarray) or arg.dtype.kind not in "iuf" or not arg.size or not np.isfinite(arg).all():
        return arg
    if arg.dtype.kind != "f":
        return arg.astype(np.int64)
    low, high = arg.min(), arg.max()
    if low == np.rint(low) >= 0 and high <= TOP and (arg == np.rint(arg)).all():
        return arg
    return np.rint((arg - low) / ((high - low) or 1.0) * TOP)


def _formed(call: Call, form: Form) -> Call:
    return replace(call, args=tuple(_in_form(arg, form) for arg in call.args))


def _in_form(arg: Any, form: Form) -> Any:
    """The argument in a form, if that can hold its numbers."""
    if not isinstance(arg, np.ndarray) or arg.dtype.kind not in "iuf" or not np.isfinite(arg).all():
        return arg
    with np.errstate(invalid="ignore"):
        made = form(arg)
        back = np.asarray(made).astype(arg.dtype)  # as floats, large whole numbers are equal that are not
    return made if np.array_equal(np.asarray(made, float), arg) and np.array_equal(back, arg) else arg


def _answer(call: Call, solution: dict[str, Any]) -> list[Any] | None:
    """What the solution answers, in a list; None where it does not."""
    try:
        return [_run(call, solution)]
    except Exception:
        return None


def _run(call: Call, solution: dict[str, Any]) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return copy.deepcopy(call).made().on(solution)


def _fault(expected: Any, call: Call, solution: dict[str, Any]) -> str:
    try:
        got = _run(call, solution)
    except Exception as problem:
        return f"the model solution raises {type(problem).__name__}: {problem}"
    if close()(expected, got) is None:
        return ""
    return f"the model solution answers {show(got, longest=200)} and not {show(expected, longest=200)}"


def _shown(call: Call, form: Form) -> str:
    return show_call(_formed(call, form), longest=400)
