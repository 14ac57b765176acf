from itertools import pairwise
from math import cos, isfinite, log, pi, sin, sqrt
from statistics import NormalDist

import numpy as np

from sharpen import checks

LAST = 1 - 2**-53
"""The largest number that random.random() returns."""
SIZES = [NormalDist().inv_cdf(p) for p in (0.625, 0.75, 0.875)]
"""The quartiles of |z|."""
QUARTILES = [NormalDist().inv_cdf(k / 4) for k in (1, 2, 3)]
SIXTEENTHS = [NormalDist().inv_cdf(k / 16) for k in range(1, 16)]


def by_definition(u1, u2):
    radius, angle = sqrt(-2 * log(1 - u1)), 2 * pi * u2
    return [radius * cos(angle), radius * sin(angle)]


def random_pair(rng, _size):
    return float(rng.random()), float(rng.random())


def radius_is_right(got, u1, _u2):
    half = (got[0] * got[0] + got[1] * got[1]) / 2
    if not abs(half + log(1 - u1)) <= 1e-9 * (1 - log(1 - u1)):
        return f"(z1**2 + z2**2) / 2 is {half:.10g}; it must be -ln(1 - u1) = {-log(1 - u1):.10g}"
    return None


def plenty(rng, size):
    """Far more uniforms than any honest method needs."""
    return size, checks.stream(rng.random(4 * size + 100).tolist())


def barely(rng, size):
    """Two uniforms per number, and a margin that a rejection method does not exceed."""
    return size, checks.stream(rng.random(2 * size + 40).tolist())


def awkward(rng, size):
    """Zeros, halves and the largest uniform come first, in every position, and ordinary numbers after them."""
    edges = [0.0] * 6 + [0.5] * 6 + [LAST] * 6 + [0.0, LAST, LAST, 0.0, 0.5, 0.0, 0.0, 0.5, 2**-53, 0.25]
    return size, checks.stream(edges[-size:] + rng.random(120).tolist())


def malformed(got, count, *_):
    if not isinstance(got, list | tuple) or len(got) != count:
        return f"expected a list of {count} floats, got {checks.show(got, longest=80)}"
    if set(map(type, got)) == {float} and np.isfinite(got).all():
        return None
    wrong = [z for z in got if isinstance(z, bool) or not isinstance(z, int | float) or not isfinite(z)]
    return f"{wrong[0]!r} is not a finite float" if wrong else None


def places(numbers, edges):
    """Between which edges each number lies: how many of them are below it."""
    return np.searchsorted(edges, numbers)


def shares(edges):
    """The share of a standard normal between each two edges, and outside them."""
    below = [0.0, *(NormalDist().cdf(edge) for edge in edges), 1.0]
    return [high - low for low, high in pairwise(below)]


def follows_the_normal(answers, count, *_):
    """Sixteen equally likely intervals, and the tails beyond two and three."""
    if why := malformed(answers[0], count):
        return why
    for edges in (SIXTEENTHS, [-3, -2, 2, 3]):
        counts, expected = np.bincount(places(answers[0], edges), minlength=len(edges) + 1).tolist(), shares(edges)
        if checks.biased(counts, expected):
            worst = max(range(len(counts)), key=lambda k: (counts[k] - count * expected[k]) ** 2 / expected[k])
            ends = [float("-inf"), *edges, float("inf")]
            return (
                f"{counts[worst]:,} of {count:,} numbers lie between {ends[worst]:.3g} and {ends[worst + 1]:.3g}; "
                f"about {count * expected[worst]:,.0f} are expected"
            )
    return None


def drawn_for_itself(answers, count, *_):
    """No number depends on the one before, nor on those up to a hundred places before."""
    if why := malformed(answers[0], count):
        return why
    drawn = np.array(answers[0])
    for what, numbers in (("numbers", drawn), ("distances from 0", np.abs(drawn))):
        different = len(np.unique(numbers))
        if different < count - 1:
            return f"of {count:,} {what} only {different:,} are different"
    return with_neighbors(drawn) or coins(drawn)


def with_neighbors(drawn):
    """Each of 16 pairs of quartiles for neighbors equally often, in both ways of pairing up."""
    quarter = places(drawn, QUARTILES)
    for first, which in ((0, "first and second, third and fourth"), (1, "second and third, fourth and fifth")):
        later = quarter[first + 1 :: 2]
        counts = np.bincount(4 * quarter[first::2][: len(later)] + later, minlength=16).tolist()
        if checks.biased(counts, [1 / 16] * 16):
            worst = max(range(16), key=lambda k: abs(counts[k] - len(later) / 16))
            return (
                f"{which} numbers depend on each other: quartiles {divmod(worst, 4)} came together {counts[worst]:,} "
                f"times in {len(later):,} pairs; about {len(later) / 16:,.0f} are expected"
            )
    return None


def coins(drawn):
    """Signs, sizes above their median, and sizes in their second or fourth quarter are fair coins."""
    quarters = places(abs(drawn), SIZES)
    return checks.dependent(drawn > 0, quarters >= 2, quarters % 2 == 1)


def last_of_few(answers, count, *_):
    """Whether the last number of an answer is in each sixteenth of a standard normal as often as in the others."""
    why = next((why for why in (malformed(answer, count) for answer in answers) if why), None)
    if why:
        return why
    counts = np.bincount(places([answer[-1] for answer in answers], SIXTEENTHS), minlength=16).tolist()
    if checks.biased(counts, [1 / 16] * 16):
        numbers = f"of {count} numbers, the last one is" if count > 1 else "a single number is"
        return f"{numbers} in the sixteen parts of the normal {counts} times, not equally often"
    return None


EXTREMES = [0.0, 2**-53, 2**-30, 0.25, 0.5, 0.5 + 2**-40, 1 - 2**-30, LAST]


def reaches_far(ask, _count, _uniforms):
    """Every exact method sends some uniforms beyond 6: those next to 0 or 1, or to the middle of a square."""
    after = [(k * 0.618) % 1 for k in range(1, 60)]
    pairs = [checks.stream([a, b, *after]) for a in EXTREMES for b in EXTREMES]
    farthest = max(abs(z) for pair in pairs for z in ask(2, pair))
    if farthest > 6:
        return None
    return f"whatever the uniforms, no number is farther out than {farthest:.3g}; a normal number can be"


def scales_and_shifts(ask, count, uniforms, mean, sigma):
    standard = ask(count, uniforms)
    numbers = ask(count, uniforms, mean, sigma)
    if why := malformed(standard, count) or malformed(numbers, count):
        return why
    for z, x in zip(standard, numbers, strict=True):
        if abs(x - (mean + sigma * z)) > 1e-9 * (abs(mean) + sigma * (1 + abs(z))):
            return f"{z!r} with mean 0 and sigma 1 became {x!r} with mean {mean} and sigma {sigma}"
    return None


CHECKS = [
    checks.example(
        "The example in the statement", checks.call("box_muller", 1 / 2, 1 / 12), [1.0196667299, 0.5887048606]
    ),
    checks.example(
        "With sigma 0 every number is the mean",
        checks.call("normals", 2, checks.stream([0.3, 0.9, 0.5, 0.2, 0.6, 0.4]), mean=5.0, sigma=0.0),
        [5.0, 5.0],
    ),
    checks.oracle("Pairs by the formula", "box_muller", random_pair, range(12), expected=by_definition),
    checks.property("The radius belongs to u1", "box_muller", random_pair, range(12), holds=radius_is_right),
    checks.stability(
        "u1 is 0, next to 0, or next to 1",
        "box_muller",
        [(0.0, 0.0), (0.0, 0.7), (2**-53, 0.0), (LAST, 0.0), (LAST, LAST), (0.25, LAST), (2**-30, 0.5)],
        expected=by_definition,
    ),
    checks.property(
        "As many numbers as asked for, all finite",
        "normals",
        plenty,
        [0, 1, 2, 3, 10, 101],
        holds=malformed,
        empty=True,
    ),
    checks.oracle(
        "No number is drawn from no uniforms",
        "normals",
        [(0, checks.stream([])), (0, checks.floats(1))],
        expected=lambda *_: [],
        same=checks.exactly(),
    ),
    checks.follows_source(
        "All randomness comes from the uniforms, and none is kept", "normals", [(40, checks.floats(3))]
    ),
    checks.relation("Some uniforms lead far out", "normals", [(2, checks.stream([0.1, 0.2]))], holds=reaches_far),
    checks.stability(
        "Zeros, halves and the largest uniform give finite numbers",
        "normals",
        awkward,
        [2, 5, 12, 21, 27, 28],
        holds=malformed,
    ),
    checks.relation(
        "Mean and sigma shift and scale",
        "normals",
        lambda rng, size: (*plenty(rng, size[0]), *size[1:]),
        [(1, 3.0, 1.0), (2, 0.0, 2.0), (5, -10.0, 0.5), (20, 1e6, 300.0), (3, -1e6, 20.0), (4, 0.0, 1e-9)],
        holds=scales_and_shifts,
    ),
    checks.statistics(
        "Sixteen equally likely intervals, and the tails beyond two and three",
        "normals",
        [(1000, checks.floats(12)), (20_000, checks.floats(13))],
        draws=1,
        holds=follows_the_normal,
        detects=0.1,
    ),
    checks.statistics(
        "The last of a few numbers is as normal as the others",
        "normals",
        [(1, checks.floats(15)), (3, checks.floats(16))],
        draws=1000,
        holds=last_of_few,
        detects=0.5,
    ),
    checks.statistics(
        "Each number is drawn for itself, up to a hundred places apart",
        "normals",
        [(20_000, checks.floats(14))],
        draws=1,
        holds=drawn_for_itself,
        detects=0.1,
    ),
    checks.property("Two uniforms per number are enough", "normals", barely, [1, 2, 7, 1000], holds=malformed),
    checks.error(
        "A negative sigma raises ValueError",
        [
            checks.call("normals", n, checks.stream([0.1] * 8), 0.0, sigma)
            for n, sigma in ((2, -1.0), (1, -1e-9), (0, -2.0), (0, -1e-9))
        ],
    ),
]
