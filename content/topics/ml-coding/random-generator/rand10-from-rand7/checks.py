from fractions import Fraction
from itertools import pairwise

from sharpen import checks

ONE_TO_TEN = list(range(1, 11))


def dice(rng, _size):
    return (checks.die(7, int(rng.integers(10**6))),)


def one_to_ten(_rand7):
    return ONE_TO_TEN


def is_an_integer(got, _rand7):
    fine = isinstance(got, int) and not isinstance(got, bool) and 1 <= got <= 10
    return None if fine else f"{got!r} is not an integer from 1 to 10"


def fair(answers, _rand7):
    """Whether each of 1 to 10 came a tenth of the time; 0 stands first so that outcomes have their own names."""
    wrong = next((why for why in (is_an_integer(one, None) for one in answers) if why), None)
    counts = [answers.count(side) for side in range(11)]
    return wrong or checks.biased(counts, [0.0] + [0.1] * 10) or as_often_as(GROUPS)(answers, None)


def each_occurs(answers, _rand7):
    """A fair die misses a given side in 600 rolls with probability 0.9 ** 600 < 1e-27."""
    missing = next((side for side in ONE_TO_TEN if side not in answers), None)
    return None if missing is None else f"{missing} never came in {len(answers):,} draws"


def neighbors_are_independent(answers, _rand7):
    """From one result to the next each step around the circle of ten is equally likely."""
    steps = [(b - a) % 10 for a, b in pairwise(answers)]
    counts = [steps.count(step) for step in range(10)]
    if not checks.biased(counts, [0.1] * 10):
        return None
    worst = max(range(10), key=lambda step: abs(counts[step] - len(steps) / 10))
    return (
        f"results depend on those before: {worst} more than the last one (modulo 10) came {counts[worst]:,} times "
        f"in {len(steps):,} draws; about {len(steps) // 10:,} are expected"
    )


def as_often_as(groups):
    """Whether groups of sides came as often as their sizes say: pools the evidence of small biases."""

    def holds(answers, _rand7):
        for name, sides in groups.items():
            inside = sum(one in sides for one in answers)
            if checks.biased([inside, len(answers) - inside], [len(sides) / 10, 1 - len(sides) / 10]):
                expected = len(answers) * len(sides) // 10
                return f"{name} came {inside:,} times in {len(answers):,} draws; {expected:,} are expected"
        return None

    return holds


GROUPS = {"a number from 1 to 5": range(1, 6), "an even number": range(2, 11, 2), "10": {10}, "1": {1}}

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("rand10", checks.die(7, 1)),
        ONE_TO_TEN,
        same=checks.one_of(checks.exactly()),
    ),
    checks.oracle(
        "A result is one of 1 to 10",
        "rand10",
        dice,
        range(30),
        expected=one_to_ten,
        same=checks.one_of(checks.exactly()),
    ),
    checks.property("A result is an integer from 1 to 10", "rand10", dice, range(30), holds=is_an_integer),
    checks.exact_chances(
        "Every sequence of rolls, up to eight, gives each of 1 to 10 its tenth",
        "rand10",
        (checks.script("function", range(1, 8)),),
        depth=8,
        chances=dict.fromkeys(ONE_TO_TEN, Fraction(1, 10)),
    ),
    checks.statistics("All of 1 to 10 occur", "rand10", [(checks.die(7, 5),)], draws=600, holds=each_occurs),
    checks.statistics(
        "Low and high, odd and even come equally often",
        "rand10",
        [(checks.die(7, 20),)],
        draws=4000,
        holds=as_often_as(GROUPS),
    ),
    checks.statistics(
        "Successive results are independent",
        "rand10",
        [(checks.die(7, 31),)],
        draws=4000,
        holds=neighbors_are_independent,
    ),
    checks.statistics(
        "Each of 1 to 10 comes a tenth of the time", "rand10", [(checks.die(7, 77),)], draws=40_000, holds=fair
    ),
]
