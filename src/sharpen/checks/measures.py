"""Checks that measure: gradients, distributions, the growth of CPU time, memory."""

import math
from collections.abc import Callable, Iterable, Sized
from typing import Any

import numpy as np

from sharpen.checks.calls import Call, Given
from sharpen.checks.check import Ask, Candidate, Case, Check, Finding
from sharpen.checks.comparing import Comparator, all_whole, close
from sharpen.checks.inputs import Inputs, cases
from sharpen.checks.showing import show
from sharpen.checks.standard import Reason, Standard, lack, reason, reference
from sharpen.checks.tails import Biased
from sharpen.domain.verdict import Kind, Verdict

NOISE = 0.03
"""CPU seconds below which a difference in speed says nothing."""
CLEARLY = 3
"""What takes so many times what is accepted, or so small a part of it, is not measured again: no busy machine slows one
call so much, be it the candidate's or the model solution's."""


def gradient(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    loss: Callable[..., float],
    wrt: int,
    pick: Callable[[Any], Any] = lambda got: got,
    rtol: float = 1e-4,
    atol: float = 1e-6,
) -> Check:
    """The gradient in the answer against central differences of a trusted loss.

    `loss(*arguments)` is differentiated in the argument at position `wrt` with a step of
    cbrt(machine epsilon) times its magnitude (Press et al., Numerical Recipes, section 5.7);
    `pick(got)` takes the gradient out of the answer.
    """
    sizes = list(sizes)

    def prepare(_solution: dict[str, Any]) -> list[Case]:
        return [Case(call, central_differences(loss, call.args, wrt)) for call in cases(name, entry, inputs, sizes)]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        got = candidate.answer(case.call)
        picked: list[Any] = []
        why = lack(got, nan=True) or reason(lambda: picked.append(pick(got)))
        if why:
            return Finding(why, show(case.expected), show(got))
        difference = close(rtol, atol)(case.expected, picked[0])
        if difference is None:
            return None
        why = f"the gradient departs from central differences: {difference.why}"
        return Finding(why, difference.expected, difference.got, difference.where, parts=difference.parts)

    return Check(name, Kind.GRADIENT, prepare, examine)


def central_differences(loss: Callable[..., float], args: tuple[Any, ...], wrt: int) -> np.ndarray:
    """The numerical gradient of `loss(*args)` in `args[wrt]`, of the same shape."""
    point = np.array(args[wrt], float)
    slope = np.zeros_like(point)
    for at in np.ndindex(point.shape):
        step = np.cbrt(np.finfo(float).eps) * max(1.0, abs(point[at]))
        ends = []
        for sign in (1, -1):
            moved = point.copy()
            moved[at] += sign * step
            ends.append(loss(*args[:wrt], moved, *args[wrt + 1 :]))
        slope[at] = (ends[0] - ends[1]) / (2 * step)
    return slope


def statistics(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    draws: int,
    holds: Callable[..., Reason],
    nan: bool = False,
    empty: bool = False,
    detects: float = 1.0,
) -> Check:
    """The distribution of a sampler: the call is made `draws` times, its source going on from one to the next.

    `detects` is the smallest share of the calls in which a sampler may always give one and the same answer and is
    found out with probability 0.999 (`draws_to_detect` says how many draws that takes).

    `holds(answers, *arguments)` says what is wrong with the list of answers. Use `biased` and
    `off_mean`, whose thresholds a right answer practically never crosses; never demand particular draws.
    `nan` and `empty` are those of `property`, for each of the answers.
    """
    sizes = list(sizes)

    def prepare(_solution: dict[str, Any]) -> list[Case]:
        return [Case(call) for call in cases(name, entry, inputs, sizes)]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        answers = candidate.answers(case.call, draws)
        looked_at = () if all_whole(answers) else answers
        lacks = (lack(answer, nan=nan, empty=empty) for answer in looked_at)
        why = next(filter(None, lacks), None) or reason(holds, answers, *case.call.args)
        got = f"first of {draws:,} answers: {show(answers[:3], longest=300)}"
        return Finding(why, got=got, shares=why.shares if isinstance(why, Biased) else ()) if why else None

    return Check(name, Kind.STATISTICS, prepare, examine, ask=Ask.ANSWERS, times=draws, detects=detects)


def growth(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    factor: float = 10.0,
    expected: Callable[..., Any] = reference,
    same: Comparator | None = None,
    holds: Callable[..., Reason] | None = None,
) -> Check:
    """CPU time no more than `factor` times the model solution's, on each of growing inputs, and the right answer there.

    The answer is judged by `holds(got, *arguments)` when given, else against `expected` (default: the solution).
    Both are timed by the kernel in turn, and a measurement that settles it neither way is repeated, in fresh processes,
    so that a busy machine fails nobody, a single slow run of the model solution passes nobody, and nothing remembered
    from the call before counts. What is clearly fast enough beside the best time the model solution ever took here
    passes without timing it once more.
    """
    sizes, standard = list(sizes), Standard(expected, same or close(), holds)

    def prepare(solution: dict[str, Any]) -> list[Case]:
        return standard.prepare(cases(name, entry, inputs, sizes), solution)

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        got, mine = candidate.timed(case.call)
        return standard.objection(case, got) or _slow(candidate, case, mine, factor)

    return Check(name, Kind.GROWTH, prepare, examine, None if holds else standard.same, ask=Ask.TIMED)


def _slow(candidate: Candidate, case: Case, mine: float, factor: float) -> Finding | None:
    """What is wrong with the CPU time of a call, `mine` seconds when it was measured first."""
    best = candidate.model_best(case.call)
    if mine <= factor / CLEARLY * best + NOISE:
        return None
    if not best:  # the first run of all reads files and fills caches that later ones find
        candidate.model_timed(case.call)
    model = np.inf
    for turn in range(3):
        if mine > factor * model + NOISE:
            mine = min(mine, candidate.timed(case.call, again=True)[1])
        model = min(model, candidate.model_timed(case.call))
        if mine <= (factor if turn else factor / CLEARLY) * model + NOISE:
            return None
        if mine > CLEARLY * (factor * model + NOISE):
            break
    more = f"{mine / model:.0f} times its CPU time{_where_large(candidate, case.call)}"
    why = f"the time grows faster than the model solution's: {more}; at most {factor:g} times is accepted"
    wanted = f"at most {factor * model * 1e3:.0f} ms ({model * 1e3:.1f} ms in the model solution)"
    return Finding(why, wanted, f"{mine * 1e3:.0f} ms", verdict=Verdict.TIME_LIMIT)


def _where_large(candidate: Candidate, call: Call) -> str:
    """How large the largest argument of a call is, in words."""
    name, size = largest(candidate, call)
    if not name:
        return ""
    value = call.args[list(candidate.parameters(call)).index(name)]
    if isinstance(value, int):
        return f" for {name} = {value:,}" if size == value else f" for `{name}` of {size:,} bits"
    shape = getattr(value, "shape", ())
    return f" for `{name}` of " + (f"shape {shape}" if len(shape) > 1 else f"{size:,} items")


def largest(candidate: Candidate, call: Call) -> tuple[str, int]:
    """The name of the largest argument of a call, and how many numbers or items it has; no name where none has any."""
    sizes = dict(zip(candidate.parameters(call), map(_entries, call.args), strict=False))
    name = max(sizes, key=lambda name: sizes[name], default="")
    return (name, sizes[name]) if name and sizes[name] > 0 else ("", 0)


def _entries(value: Any) -> int:
    """How many numbers or items an argument has; a count is as large as it says, a longer number has as many bits."""
    if isinstance(value, Given):
        value = range(*value.value) if value.kind == "range" else value.value if value.kind == "stream" else ()
    if hasattr(value, "shape"):
        return math.prod(value.shape)
    if isinstance(value, int):
        return value if value.bit_length() < 64 else value.bit_length()
    return len(value) if isinstance(value, Sized) else 0


def memory(
    name: str,
    call: Call,
    *,
    limit: float,
    expected: Callable[..., Any] = reference,
    same: Comparator | None = None,
    holds: Callable[..., Reason] | None = None,
) -> Check:
    """Peak memory of one call, in MiB beyond what the process held before it, and the right answer.

    The answer is judged as that of `growth` is.
    """
    standard = Standard(expected, same or close(), holds)

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        got, used = candidate.peak(case.call)
        wrong = standard.objection(case, got)
        if wrong or used <= limit:
            return wrong
        needed = f"{used:.{2 if limit < 1 else 1}f} MiB"
        why = f"the call needed {needed}; {limit:g} MiB is enough"
        return Finding(why, f"at most {limit:g} MiB", needed, verdict=Verdict.MEMORY_LIMIT)

    same_as = None if holds else standard.same
    return Check(name, Kind.MEMORY, lambda solution: standard.prepare([call], solution), examine, same_as, Ask.PEAK)
