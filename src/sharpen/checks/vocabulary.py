"""Checks that compare an answer, or look at what must be true of it."""

import builtins
import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sharpen.checks.calls import Call, untouched
from sharpen.checks.check import Ask, Candidate, Case, Check, Failed, Finding, answered
from sharpen.checks.comparing import Comparator, close, exactly
from sharpen.checks.inputs import Drawn, Inputs, cases, drawn_calls
from sharpen.checks.showing import show
from sharpen.checks.standard import Lacking, Reason, Standard, lack, reason, reference
from sharpen.domain.verdict import Kind


def _answering(
    kind: Kind,
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any],
    standard: Standard,
    drawn: Drawn = False,
) -> Check:
    sizes = list(sizes)
    own = replace(standard, expected=drawn) if callable(drawn) else standard

    def draw(solution: dict[str, Any], seed: int) -> list[Case]:
        return own.prepare(drawn_calls(name, entry, inputs, sizes, seed), solution) if drawn else []

    return Check(
        name,
        kind,
        lambda solution: standard.prepare(cases(name, entry, inputs, sizes), solution),
        lambda candidate, case: standard.objection(case, candidate.answer(case.call)),
        None if standard.holds else standard.same,
        draw=draw,
    )


def example(name: str, call: Call, expected: Any, *, same: Comparator | None = None) -> Check:
    """The example that the statement shows, with its answer written out."""
    like = same or close()
    return Check(
        name,
        Kind.EXAMPLE,
        lambda _solution: [Case(call, expected)],
        lambda candidate, case: Standard(same=like).objection(case, candidate.answer(case.call)),
        like,
    )


def oracle(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    expected: Callable[..., Any] = reference,
    same: Comparator | None = None,
    drawn: Drawn = True,
) -> Check:
    """Random inputs from small to large against a trusted answer.

    `expected(*arguments)` computes it (scikit-learn, SciPy, brute force); without one the model
    solution does. It must not depend on randomness.
    """
    return _answering(Kind.ORACLE, name, entry, inputs, sizes, Standard(expected, same or close()), drawn)


def stability(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    expected: Callable[..., Any] | None = None,
    holds: Callable[..., Reason] | None = None,
    same: Comparator | None = None,
    nan: bool = False,
    empty: bool = False,
) -> Check:
    """Inputs that break careless arithmetic: huge, tiny, equal, degenerate.

    Judged by `holds(got, *arguments)` when given, else against `expected` (default: the solution). `nan` and
    `empty` are those of `property`.
    """
    standard = Standard(expected or reference, same or close(), holds, nan, empty)
    return _answering(Kind.STABILITY, name, entry, inputs, sizes, standard)


def property(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    holds: Callable[..., Reason],
    nan: bool = False,
    empty: bool = False,
    drawn: bool = True,
) -> Check:
    """What must be true of any right answer: `holds(got, *arguments)` says what is not, or None.

    An answer that contains NaN, and one that is None or empty, is wrong without being asked about, unless `nan` or
    `empty` says that it may be right.
    """
    standard = Standard(holds=holds, nan=nan, empty=empty)
    return _answering(Kind.PROPERTY, name, entry, inputs, sizes, standard, drawn)


def relation(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    holds: Callable[..., Reason],
    nan: bool = False,
    empty: bool = False,
    drawn: bool = True,
) -> Check:
    """What must be true between answers: `holds(ask, *arguments)` may `ask(*other_arguments)` repeatedly.

    For instance that a softmax does not change when a constant is added to its logits. To ask
    another entry point, give `ask` a whole `Call`. `nan` and `empty` are those of `property`.
    """
    sizes = list(sizes)

    def forecast(solution: dict[str, Any], calls: list[Call]) -> list[Case]:
        return [Case(call, asks=_asked_of(solution, call, holds)) for call in calls]

    def prepare(solution: dict[str, Any]) -> list[Case]:
        return forecast(solution, cases(name, entry, inputs, sizes))

    def draw(solution: dict[str, Any], seed: int) -> list[Case]:
        return forecast(solution, drawn_calls(name, entry, inputs, sizes, seed) if drawn else [])

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        asked: list[tuple[Call, Any]] = []

        def ask(*args: Any) -> Any:
            call = _call(case.call.entry, args)
            asked.append((call, answered(candidate, call)))
            lacking = lack(asked[-1][1], nan=nan, empty=empty)
            if lacking:
                raise Lacking(lacking)
            return asked[-1][1]

        why = reason(holds, ask, *case.call.args)
        if not why:
            return None
        call, got = asked[-1] if asked else (case.call, None)
        return Finding(why, got=show(got), call=call)

    return Check(name, Kind.PROPERTY, prepare, examine, draw=draw)


def _call(entry: str, args: tuple[Any, ...]) -> Call:
    """What `ask(*args)` of a relation means: a whole Call, or other arguments for the entry of its case."""
    return args[0] if len(args) == 1 and isinstance(args[0], Call) else Call(entry, args)


def _asked_of(solution: dict[str, Any], call: Call, holds: Callable[..., Reason]) -> tuple[Call, ...]:
    """What a relation asks of the model solution: a right answer is, nearly always, asked the same."""
    asked: list[Call] = []

    def ask(*args: Any) -> Any:
        asked.append(copy.deepcopy(_call(call.entry, args)))
        answer = copy.deepcopy(asked[-1]).made().on(solution)  # which may change its arguments
        return tuple(answer) if isinstance(answer, Iterator) else answer

    try:
        reason(holds, ask, *copy.deepcopy(call).args)
    except Exception:  # the forecast ends where the model solution does not answer
        return tuple(asked[:-1])
    return tuple(asked)


def error(name: str, calls: Sequence[Call], raises: type[Exception] = ValueError) -> Check:
    """Bad input raises the documented exception (or a subclass of it)."""

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        wanted = f"{raises.__name__} raised"
        try:
            got = candidate.answer(case.call)
        except Failed as failure:
            if failure.fatal:
                raise
            if raises.__name__ in failure.kinds:
                return None
            return Finding(f"expected {raises.__name__}, but {failure.why}", wanted, failure.why, raised=failure)
        why = f"expected {raises.__name__}, but the call returned {show(got, longest=80)}"
        return Finding(why, wanted, show(got))

    return Check(name, Kind.ERROR, lambda _solution: [Case(call) for call in calls], examine)


def unchanged(name: str, entry: str, inputs: Inputs, sizes: Iterable[Any] = ()) -> Check:
    """The positional arguments are as they were when the call returns, and it returns something."""
    sizes, same = list(sizes), exactly()

    def prepare(_solution: dict[str, Any]) -> list[Case]:
        return [Case(call) for call in cases(name, entry, inputs, sizes)]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        got, left = candidate.after(case.call)
        for position, (before, now) in enumerate(builtins.zip(case.call.args, left, strict=True)):
            difference = same(untouched(before), now)
            if difference:
                why = f"the call changed {_parameter(candidate, case.call, position)}: {difference.why}"
                return Finding(why, show(before), show(now), difference.where, parts=difference.parts)
        lacking = lack(got, nan=True)
        return Finding(lacking, got=show(got)) if lacking else None

    return Check(name, Kind.UNCHANGED, prepare, examine, ask=Ask.AFTER)


def _parameter(candidate: Candidate, call: Call, position: int) -> str:
    """An argument of a call by its name, where it has one: a parameter such as `*arrays` gives none."""
    names = candidate.parameters(call)
    return f"`{names[position]}`" if position < len(names) else f"its argument number {position + 1}"
