"""Checks of classes: random sequences of method calls beside a simple model, the first failure made short."""

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from sharpen.checks.calls import Call, taking
from sharpen.checks.check import Ask, Candidate, Case, Check, Failed, Finding
from sharpen.checks.comparing import Comparator, exactly
from sharpen.checks.inputs import cases, drawn_calls
from sharpen.checks.showing import show, show_call
from sharpen.domain.verdict import Kind, Verdict

Step = Sequence[Any]
"""A method's name and its arguments: `("put", "a", 1)`."""
RETURNED, RAISED = "returned", "raised"
MOST_TRIES = 400
"""Shorter sequences that are tried of one that failed."""


def sequence(
    name: str,
    entry: str,
    steps: Callable[[np.random.Generator, Any], tuple[Sequence[Any], Sequence[Step]]],
    sizes: Iterable[Any],
    *,
    model: Callable[..., Any],
    same: Comparator | None = None,
) -> Check:
    """A class does what a simple model of it does, step by step.

    `steps(rng, size)` returns the arguments of the class and the steps to take, each a method's name and its
    arguments; sizes go from one step to many. `model` is a class of the same methods, as plain as can be: what it
    returns is expected, by `same` (exactly), and what it raises too. The first sequence that fails is cut to the
    shortest found in which no step can be left out, and shown as the learner would type it.
    """
    sizes, like = list(sizes), same or exactly()

    def inputs(rng: np.random.Generator, size: Any) -> Call:
        return _call(entry, *steps(rng, size))

    def prepare(_solution: dict[str, Any]) -> list[Case]:
        return [Case(call, _outcomes(model, call)) for call in cases(name, entry, inputs, sizes)]

    def draw(_solution: dict[str, Any], seed: int) -> list[Case]:
        return [Case(call, _outcomes(model, call)) for call in drawn_calls(name, entry, inputs, sizes, seed)]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        try:
            if _departs(candidate, case, like) is None:
                return None
        except Failed as failure:
            failure.call = case.call if failure.fatal else replace(case.call, then=())
            raise
        case = _shortest(candidate, model, case, like)
        return _finding(candidate, case, like)

    return Check(name, Kind.ORACLE, prepare, examine, ask=Ask.STEPS, draw=draw)


def _call(entry: str, args: Sequence[Any], steps: Sequence[Step]) -> Call:
    """The steps as a call; halfway another object is made beside, which the first must not notice."""
    then = [(name, tuple(values)) for name, *values in steps]
    if len(then) > 1:
        then.insert(len(then) // 2, (entry, tuple(args)))
    return Call(entry, tuple(args), then=tuple(then))


def _outcomes(model: Callable[..., Any], call: Call) -> list[list[Any]]:
    """What each step comes to with the model: `["returned", value]` or `["raised", "KeyError"]`."""
    own = copy.deepcopy(call)
    take, found = taking(call.entry, model(*own.args, **own.kwargs), {call.entry: model}), []
    for name, args in own.then:
        try:
            found.append([RETURNED, copy.deepcopy(take(name, args))])
        except Exception as problem:
            found.append([RAISED, type(problem).__name__])
    return found


def outcomes(made: Callable[..., Any], call: Call) -> list[Any]:
    """What each step of a class that is known to be right returns, or the Failed that it raises."""
    return [
        value if word == RETURNED else Failed(Verdict.RUNTIME_ERROR, value, kinds=[value])
        for word, value in _outcomes(made, call)
    ]


def _departs(candidate: Candidate, case: Case, same: Comparator) -> int | None:
    """The first step at which the candidate does something else. Raises Failed."""
    outcomes = candidate.steps(case.call)
    return next((at for at, one in enumerate(outcomes) if not _alike(case.expected[at], one, same)), None)


def _alike(expected: Sequence[Any], got: Any, same: Comparator) -> bool:
    word, right = expected
    if word == RAISED or isinstance(got, Failed):
        return word == RAISED and isinstance(got, Failed) and right in got.kinds
    return same(right, got) is None


def _shortest(candidate: Candidate, model: Callable[..., Any], case: Case, same: Comparator) -> Case:
    """A failing case without the steps that it fails without.

    Runs of steps are left out, half of them at first, then ever smaller ones, as in delta debugging (Zeller and
    Hildebrandt, Simplifying and Isolating Failure-Inducing Input, 2002).
    """
    tries, run = 0, len(case.call.then)
    while run:
        at = shortened = 0
        while at < len(case.call.then) and tries < MOST_TRIES:
            tries += 1
            shorter = _without(model, case, at, at + run)
            if _fails(candidate, shorter, same):
                case, shortened = shorter, True
            else:
                at += run
        if run > 1 or not shortened:
            run //= 2
    return _up_to_the_failure(candidate, case, same)


def _without(model: Callable[..., Any], case: Case, start: int, stop: int) -> Case:
    call = replace(case.call, then=case.call.then[:start] + case.call.then[stop:])
    return Case(call, _outcomes(model, call))


def _fails(candidate: Candidate, case: Case, same: Comparator) -> bool:
    try:
        return _departs(candidate, case, same) is not None
    except Failed:  # it fails in another way, of which less can be said
        return False


def _up_to_the_failure(candidate: Candidate, case: Case, same: Comparator) -> Case:
    at = _departs(candidate, case, same)
    stop = len(case.call.then) if at is None else at + 1
    return Case(replace(case.call, then=case.call.then[:stop]), case.expected[:stop])


def _finding(candidate: Candidate, case: Case, same: Comparator) -> Finding:
    """What is wrong with the last step of a case, with the steps that lead there."""
    (word, right), got = case.expected[-1], candidate.steps(case.call)[-1]
    expected = f"{right} raised" if word == RAISED else show(right)
    came = got.why if isinstance(got, Failed) else show(got)
    transcript = f"{show_call(case.call)}  # expected {_short(expected)}, got {_short(came)}"
    difference = None if word == RAISED or isinstance(got, Failed) else same(right, got)
    why = difference.why if difference else f"expected {expected}, got {came}"
    raised = got if isinstance(got, Failed) else None
    return Finding(why, expected, came, difference.where if difference else "", case.call, raised, input=transcript)


def _short(text: str) -> str:
    first, _, more = text.partition("\n")
    return f"{first[:60]} …" if more or len(first) > 60 else first
