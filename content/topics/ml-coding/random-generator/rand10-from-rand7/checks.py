from fractions import Fraction

import numpy as np

from sharpen import checks

ONE_TO_TEN = list(range(1, 11))
GROUPS = {"a number from 1 to 5": range(1, 6), "an even number": range(2, 11, 2)}
FIRST = 3_500
"""Of the about 4,000 times that a side comes in 40,000 draws: a fixed number, so that what follows is independent."""

THROWN_AWAY = [checks.die(7, seed) for seed in (204_201, 52_962, 42_824, 8_518)]
"""Dice that begin with six sevens, six ones, 7 4 7 4 7 4 and 4 7 4 7 4 7: most methods throw some of those away."""


def dice(rng, _size):
    return (checks.die(7, int(rng.integers(10**6))),)


def one_to_ten(_rand7):
    return ONE_TO_TEN


def is_an_integer(got):
    fine = isinstance(got, int) and not isinstance(got, bool) and 1 <= got <= 10
    return None if fine else f"{got!r:.80} is not an integer from 1 to 10"


def among(_one_to_ten, got):
    why = is_an_integer(got)
    return checks.Difference("", "an integer from 1 to 10", checks.show(got), why) if why else None


def again(ask, rand7):
    """Two calls with the same rolls, and a third one after many others in which rolls are thrown away."""
    first, second = ask(rand7), ask(rand7)
    if first != second:
        return f"the same rolls gave {first}, and then {second}"
    for dice in (*THROWN_AWAY, *THROWN_AWAY[::-1]):
        ask(dice)
    third = ask(rand7)
    return None if first == third else f"the same rolls gave {first}, and {third} after calls with other rolls"


def fair(answers, _rand7):
    """Whether each of 1 to 10 came a tenth of the time, and after each of them too."""
    fine = set(map(type, answers)) == {int} and set(answers) <= set(ONE_TO_TEN)
    wrong = None if fine else next((why for why in map(is_an_integer, answers) if why), None)
    return wrong or uneven(answers) or dependent(answers)


def uneven(answers):
    n = len(answers)
    groups = GROUPS | {str(side): {side} for side in ONE_TO_TEN}
    came = np.bincount(answers, minlength=11)
    for name, sides in groups.items():
        inside = int(came[list(sides)].sum())
        if checks.biased([inside, n - inside], [len(sides) / 10, 1 - len(sides) / 10]):
            return f"{name} came {inside:,} times in {n:,} draws; about {n * len(sides) // 10:,} are expected"
    return None


def dependent(answers):
    drawn = np.array(answers)
    before, now = drawn[:-1], drawn[1:]
    for side_before in ONE_TO_TEN:
        followers = now[before == side_before][:FIRST]
        counts = np.bincount(followers, minlength=11)[1:].tolist()
        if checks.biased(counts, [0.1] * 10):
            _, side = max((abs(count - len(followers) / 10), side) for side, count in enumerate(counts, 1))
            times = f"{counts[side - 1]:,} of {len(followers):,} times; about {len(followers) // 10:,} are expected"
            return f"a result depends on the one before: {side} came after {side_before} {times}"
    return None


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("rand10", checks.die(7, 1)),
        ONE_TO_TEN,
        same=among,
    ),
    checks.oracle("A result is an integer from 1 to 10", "rand10", dice, range(40), expected=one_to_ten, same=among),
    checks.relation("The same rolls give the same result", "rand10", dice, range(20), holds=again),
    checks.exact_chances(
        "Over all sequences of rolls, each of 1 to 10 has its tenth",
        "rand10",
        (checks.script("function", range(1, 8)),),
        depth=8,
        chances=dict.fromkeys(ONE_TO_TEN, Fraction(1, 10)),
        undecided=0.66,
        endless=True,
    ),
    checks.statistics(
        "Each of 1 to 10 comes a tenth of the time, whatever came before",
        "rand10",
        [(checks.die(7, 77),)],
        draws=40_000,
        holds=fair,
        detects=0.02,
    ),
]
