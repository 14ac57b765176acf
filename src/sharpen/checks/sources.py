"""Checks of what an answer depends on: the given source of randomness, exactly as it should, and no call before it."""

import builtins
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np

from sharpen.checks.calls import EXHAUSTED, Call, Given, played
from sharpen.checks.check import Ask, Candidate, Case, Check, Finding, answered
from sharpen.checks.comparing import Comparator, close, exactly
from sharpen.checks.inputs import Inputs, cases
from sharpen.checks.listed import Listed
from sharpen.checks.showing import show
from sharpen.checks.standard import Standard, reference
from sharpen.checks.tails import MOST_SHARES
from sharpen.domain.evidence import Share
from sharpen.domain.verdict import Kind

DECIDED = 0.02
"""What `exact_chances` detects for certain when two hundredths of the sequences are undecided or fewer."""
MOST = 120_000
"""Sequences of one length that `exact_chances` tries; where there are more, it ends with shorter ones."""
AT_ONCE = 160
"""Sequences that it rather tries in one question than in several, as long as none is left out for being decided."""
LONG = 300
"""Values of a sequence that `exact_chances` takes for one without an end."""
MOST_CYCLES = 200
"""Open sequences among which it looks for one that can go on for ever."""


def follows_source(name: str, entry: str, inputs: Inputs, sizes: Iterable[Any] = ()) -> Check:
    """The same source of randomness gives the same answer, and another source another answer.

    Ask for so much that two independent answers agree with probability below 1e-10. The other source is the
    given one with its seed one larger, or a stream of numbers from its end to its beginning.
    """
    sizes, same = list(sizes), exactly()

    def prepare(_solution: dict[str, Any]) -> list[Case]:
        calls = cases(name, entry, inputs, sizes)
        return [Case(call, asks=_in_turn(call)) for call in calls]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        calls = _in_turn(case.call)
        a, b, b_again, a_again = (answered(candidate, call) for call in calls)
        for call, first, again in ((calls[1], b, b_again), (case.call, a, a_again)):
            if same(first, again):
                why = "the same call with the same randomness gave another answer the second time"
                return Finding(why, show(first), show(again), call=call)
        if _equal(a, b):
            return Finding("the answer is the same whatever randomness it is given", got=show(b), call=calls[1])
        return None

    return Check(name, Kind.PROPERTY, prepare, examine)


def stateless(
    name: str,
    entry: str,
    inputs: Inputs,
    sizes: Iterable[Any] = (),
    *,
    expected: Callable[..., Any] = reference,
    same: Comparator | None = None,
) -> Check:
    """No call leaves anything behind for the next: one call, one that differs inside only, and the first again.

    `inputs(rng, size)` is drawn twice; the second arguments get the first three and the last three rows of the
    first ones. With more than a thousand numbers the two look alike to `str`, as they do to `shape`.
    """
    sizes, standard = list(sizes), Standard(expected, same or close())

    def prepare(solution: dict[str, Any]) -> list[Case]:
        drawn = cases(name, entry, inputs, [size for size in sizes for _ in range(2)])
        pairs = [(a, _alike(a, b)) for a, b in builtins.zip(drawn[::2], drawn[1::2], strict=True)]
        answers = [[case.expected for case in standard.prepare(pair, solution)] for pair in pairs]
        return [Case(a, pair, asks=(a, b, a)) for (a, b), pair in builtins.zip(pairs, answers, strict=True)]

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        assert case.asks is not None
        first, second = case.expected
        for call, right in builtins.zip(case.asks, (first, second, first), strict=True):
            finding = standard.objection(Case(call, right), answered(candidate, call))
            if finding:
                why = finding.why if call is case.call else f"after another call of the same form: {finding.why}"
                return replace(finding, why=why, call=call)
        return None

    return Check(name, Kind.ORACLE, prepare, examine)


def exact_chances(
    name: str,
    entry: str,
    args: tuple[Any, ...],
    *,
    depth: int,
    chances: Mapping[Any, Fraction],
    undecided: float = 0.05,
    endless: bool = False,
) -> Check:
    """The chance of each answer over every sequence of up to `depth` values of the source, as exact fractions.

    One of `args` is `script(...)`, whose values are equally likely. An answer has the chance of the sequences
    that lead to it. What is undecided after `depth` values can go to any answer, so each must lie within that of
    its chance; and no more than `undecided` may be. Where more than MOST sequences would be tried, shorter ones do.

    With `endless`, it is wrong as well to have an answer to every sequence that is long enough. It must be where a
    chance is no multiple of that of a sequence, however long, as 1/10 is none of 1/7**n.
    """

    def examine(candidate: Candidate, case: Case) -> Finding | None:
        decided, open_, reached = _decided(candidate, case.call, depth)
        rest = 1 - sum(decided.values())
        if rest > undecided:
            why = f"after {reached} values of the source {float(rest):.1%} of all sequences have no answer yet"
            return Finding(f"{why}; at most {undecided:.0%} may be left")
        for answer in [*decided, *chances]:
            right, got = chances.get(answer, Fraction(0)), decided.get(answer, Fraction(0))
            if not got <= right <= got + rest:
                least, most = f"{float(got):.6g}", f"{float(got + rest):.6g}"
                within = least if least == most else f"{least} to {most}"
                shown = show(Listed(answer) if isinstance(answer, tuple) else answer)
                why = f"over all sequences of the source, {shown} has a chance of {within}"
                wanted = f"{right} = {float(right):.6g} is right" if right else "it is no right answer at all"
                return Finding(f"{why}; {wanted}", str(right), within, shares=_shares(decided, chances))
        return _bounded(candidate, case.call, open_) if endless else None

    call = Call(entry, args)
    letters = _script(call).value[1]
    begins = _longer([[]], letters, depth)

    def prepare(_solution: dict[str, Any]) -> list[Case]:
        return [Case(call, asks=(_playing(call, begins),))]

    times = len(begins) * len(letters)
    return Check(name, Kind.STATISTICS, prepare, examine, ask=Ask.ANSWERS, times=times, detects=DECIDED)


Values = list[Any]
"""Values of a source, from its first."""


def _shares(decided: Mapping[Any, Fraction], chances: Mapping[Any, Fraction]) -> list[Share]:
    """How often each answer comes, and how often it should; none of too many to be drawn."""
    every = list(dict.fromkeys([*chances, *decided]))
    if len(every) > MOST_SHARES:
        return []
    return [Share(show(one, longest=16), float(decided.get(one, 0)), float(chances.get(one, 0))) for one in every]


def _decided(candidate: Candidate, call: Call, depth: int) -> tuple[dict[Any, Fraction], list[Values], int]:
    """The chance of each answer so far, the sequences which have led to none, and their length."""
    letters = _script(call).value[1]
    chances: defaultdict[Any, Fraction] = defaultdict(Fraction)
    open_: list[Values] = [[]]
    length = 0
    while open_ and length < depth and len(open_) * len(letters) <= MOST:
        begins = _longer(open_, letters, depth - length)
        length = len(begins[0]) + 1
        answers = _played(candidate, call, begins)
        for answer, times in _counted(answers).items():
            if answer != EXHAUSTED:
                chances[answer] += Fraction(times, len(letters) ** length)
        open_ = _still_open(begins, letters, answers)
    return dict(chances), open_, length


def _bounded(candidate: Candidate, call: Call, open_: list[Values]) -> Finding | None:
    """What is wrong when no open sequence goes on for LONG, whichever of its last values come again and again.

    A method that draws again has a state which it comes back to, and so a way to come back to it for ever. Those of few
    different values come first: what is drawn again is mostly the largest numbers, or the smallest.
    """
    letters = _script(call).value[1]
    for sequence in sorted(open_, key=lambda values: len(set(values)))[:MOST_CYCLES]:
        ends = [(sequence + sequence[-period:] * LONG)[:LONG] for period in range(1, len(sequence) + 1)]
        if _still_open(ends, letters, _played(candidate, call, ends)):
            return None
    why = f"no sequence of the source is left without an answer after {LONG} values"
    why = f"{why}; what ends by a certain value gives each answer a multiple of the chance of one sequence"
    return Finding(why, "sequences that go on, however many values there were", "an answer to every one")


def _longer(begins: list[Values], letters: Values, most: int) -> list[Values]:
    """The ways to begin with up to `most - 1` values more, while the sequences to be asked about at once are few."""
    for _ in range(most - 1):
        if len(begins) * len(letters) ** 2 > AT_ONCE:
            break
        begins = [[*begin, letter] for begin in begins for letter in letters]
    return begins


def _played(candidate: Candidate, call: Call, begins: list[Values]) -> list[Any]:
    """The answers to all sequences that begin in one of these ways and have one value more."""
    times = len(begins) * len(_script(call).value[1])
    return candidate.answers(_playing(call, begins), times)


def _playing(call: Call, begins: list[Values]) -> Call:
    given = _script(call)
    form, letters, _ = given.value
    script = played(form, letters, begins)
    return replace(call, args=tuple(script if arg is given else arg for arg in call.args))


def _still_open(begins: list[Values], letters: Values, answers: list[Any]) -> list[Values]:
    places = [divmod(turn, len(letters)) for turn, answer in enumerate(answers) if _is_open(answer)]
    return [[*begins[begin], letters[last]] for begin, last in places]


def _is_open(answer: Any) -> bool:
    return isinstance(answer, str) and answer == EXHAUSTED


def _counted(answers: list[Any]) -> Counter[Any]:
    """How often each answer came, as something that can be counted."""
    try:
        found = Counter(answers)
    except TypeError:  # an array
        return Counter(map(_plain, answers))
    counts: Counter[Any] = Counter()
    for answer, times in found.items():
        counts[_plain(answer)] += times
    return counts


def _script(call: Call) -> Given:
    return next(arg for arg in call.args if isinstance(arg, Given) and arg.kind == "script")


def _equal(first: Any, second: Any) -> bool:
    """Whether two answers are of the same content; `exactly` would also find words for how they differ."""
    if isinstance(first, Set) or isinstance(second, Set):
        return bool(first == second)
    return bool(_plain(first) == _plain(second))


def _plain(answer: Any) -> Any:
    """The answer as something that can be counted; one of no known form is what it looks like."""
    if type(answer) in (int, str):
        return answer
    if isinstance(answer, np.ndarray):
        answer = answer.tolist()
    if isinstance(answer, list | tuple):
        return tuple(map(_plain, answer))
    return answer if isinstance(answer, int | float | str | None) else show(answer)


def _in_turn(call: Call) -> tuple[Call, Call, Call, Call]:
    """A call, one with another source, and both again: an answer kept from one call shows in the next."""
    other = _elsewhere(call)
    return call, other, other, call


def _elsewhere(call: Call) -> Call:
    """The same call with another source."""
    return replace(
        call,
        args=tuple(map(_other, call.args)),
        kwargs={name: _other(value) for name, value in call.kwargs.items()},
        then=tuple((name, tuple(map(_other, args))) for name, args in call.then),
    )


def _other(value: Any) -> Any:
    if not isinstance(value, Given):
        return value
    if value.kind == "stream":
        numbers = value.value and isinstance(value.value[0], int | float)
        return Given("stream", list(reversed(value.value))) if numbers else value
    if value.kind in ("range", "weighted"):
        return value
    *first, seed = value.value
    return Given(value.kind, (*first, seed + 1))


def _alike(first: Call, second: Call) -> Call:
    """The second call with the first and the last three rows of the arrays of the first."""
    return replace(second, args=tuple(map(_bordered, first.args, second.args)))


def _bordered(first: Any, second: Any) -> Any:
    if not isinstance(first, np.ndarray) or first.shape != np.shape(second) or first.ndim == 0:
        return second
    second = np.array(second)
    second[:3], second[-3:] = first[:3], first[-3:]
    return second
