from fractions import Fraction
from itertools import pairwise, product

import numpy as np

from sharpen import checks

TOP = 2**32


def supply(rng, bits, length):
    words = rng.integers(0, 2**bits, length, dtype="uint64")
    return checks.stream([int(word) for word in words])


def plenty(rng, size):
    """Far more words than any honest method needs."""
    n, count, bits = size
    return n, count, supply(rng, bits, 4 * count + 100), bits


def barely(rng, size):
    """Two words per integer, and a margin of ten standard deviations for the worst n."""
    n, count, bits = size
    return n, count, supply(rng, bits, 2 * count + 15 * int(count**0.5) + 30), bits


def by_default(rng, size):
    n, count = size
    return n, count, supply(rng, 32, 4 * count + 100)


def known(want, got):
    """The right number of integers, all among the possible values."""
    n, count = want
    why = misplaced(got, n, count)
    return checks.Difference("", f"{count} integers from 0 to {n - 1}", checks.show(got), why) if why else None


def misplaced(got, n, count, *_):
    if not isinstance(got, list | tuple) or len(got) != count:
        return f"expected a list of {count} integers, got {checks.show(got, longest=80)}"
    if set(map(type, got)) == {int} and min(got) >= 0 and max(got) < n:
        return None
    wrong = [one for one in got if isinstance(one, bool) or not isinstance(one, int) or not 0 <= one < n]
    return f"{wrong[0]!r} is not an integer from 0 to {n - 1}" if wrong else None


def equally_often(want, got):
    n, count = want
    why = misplaced(got, n, count) or checks.biased(np.bincount(got, minlength=n).tolist(), [1 / n] * n)
    return checks.Difference("", "each value equally often", checks.show(got, longest=80), why) if why else None


def range_and_count(n, count, *_):
    return n, count


def pairs(answers, n, count, *_):
    """Whether neighbors are independent: all pairs equally often, in both ways of pairing up."""
    if why := misplaced(answers[0], n, count):
        return why
    drawn = np.array(answers[0])
    for first in (0, 1):
        later = drawn[first + 1 :: 2]
        counts = np.bincount(n * drawn[first::2][: len(later)] + later, minlength=n * n)
        why = checks.biased(counts.tolist(), [1 / n**2] * n**2)
        if why:
            outcome = next(k for k in range(n * n) if f"outcome {k} " in why)
            return why.replace(f"outcome {outcome}", f"the pair {divmod(outcome, n)} of neighbors")
    return None


def of_large_n(answers, n, count, *_):
    """Thirds of the range, and for multiples of four three fair coins: the upper half, that of each half, odd."""
    if why := misplaced(answers[0], n, count):
        return why
    different = len(set(answers[0]))
    if n > 2**63 and different < count:  # which happens by chance once in 2**65 / 10_000**2 = 3.7e11 times
        return f"of {count:,} integers below {n} only {different:,} are different"
    drawn, marks = np.array(answers[0], np.uint64), [-(-k * n // 3) for k in range(4)]
    reached = [int(np.count_nonzero(drawn >= mark)) for mark in marks[:3]] + [0]
    counts = [at - beyond for at, beyond in pairwise(reached)]
    if why := checks.biased(counts, [(high - low) / n for low, high in pairwise(marks)]):
        return f"of the thirds of 0 to {n - 1}, {why}"
    if n % 4:
        return None
    lags = 100 if count > 4000 else 10
    return checks.dependent(drawn >= n // 2, drawn % (n // 2) >= n // 4, drawn % 2 == 1, lags=lags)


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("uniform_integers", 6, 4, checks.stream([7, 3, 0, 6, 5, 1, 4, 2, 2, 7, 1, 0]), 3),
        (6, 4),
        same=known,
    ),
    checks.property(
        "As many integers as asked for, all in range",
        "uniform_integers",
        plenty,
        [(1, 0, 8), (1, 3, 1), (2, 1, 1), (2, 2, 2), (7, 5, 8), (256, 50, 8), (TOP, 50, 32), (2**64 - 3, 50, 64)],
        holds=misplaced,
        empty=True,
    ),
    checks.property(
        "Words have 32 bits unless said otherwise",
        "uniform_integers",
        by_default,
        [(6, 10), (TOP, 20)],
        holds=misplaced,
    ),
    *(
        checks.exact_chances(
            f"Every sequence of {bits}-bit words gives {what} below {n} its share",
            "uniform_integers",
            (n, count, checks.script("stream", range(2**bits)), bits),
            depth=depth,
            chances=dict.fromkeys(product(range(n), repeat=count), Fraction(1, n**count)),
            undecided=0.3 if bits < 6 else 1.0,  # two words at a time are right as well, and too many to try
            endless=n & (n - 1) > 0,
        )
        for what, n, count, bits, depth in (
            ("each pair", 3, 2, 2, 5),
            ("each integer", 5, 1, 3, 3),
            ("each integer", 11, 1, 8, 1),
            ("each integer", 100, 1, 8, 1),
            ("each integer", 256, 1, 8, 1),
            ("each integer", 3, 1, 8, 1),
        )
    ),
    checks.follows_source(
        "All randomness comes from the words, and none is kept",
        "uniform_integers",
        [(2**31, 40, checks.words(32, 7)), (1000, 60, checks.words(16, 8), 16)],
    ),
    checks.statistics(
        "Large n: no modulo bias, odd as often as even, and each integer drawn for itself",
        "uniform_integers",
        [
            (2**32 - 4, 8000, checks.words(32, 21), 32),
            (3 * 2**30, 4000, checks.words(32, 22), 32),
            (2**31 + 2**30 + 1, 3000, checks.words(32, 27), 32),
            (2**64 - 4, 10_000, checks.words(64, 23), 64),
            (3 * 2**46, 4000, checks.words(48, 28), 48),
            (3 * 2**14, 4000, checks.words(16, 29), 16),
            plenty(np.random.default_rng(24), (2**64, 500, 64)),
        ],
        draws=1,
        holds=of_large_n,
        detects=0.1,
    ),
    checks.oracle(
        "Every value equally often, from small words",
        "uniform_integers",
        plenty,
        [
            (1, 10, 1),
            (2, 2000, 1),
            (3, 12_000, 2),
            (7, 6000, 3),
            (3, 4000, 4),  # where a remainder and a quotient fit into a word
            (11, 6000, 4),
        ],
        expected=range_and_count,
        same=equally_often,
        drawn=False,
    ),
    checks.oracle(
        "Powers of two, up to every word",
        "uniform_integers",
        barely,
        [(2, 1000, 1), (4, 2000, 2), (8, 4000, 3), (4, 2000, 3)],
        expected=range_and_count,
        same=equally_often,
        drawn=False,
    ),
    checks.statistics(
        "Neighbors are independent",
        "uniform_integers",
        [(3, 6000, checks.words(2, 25), 2), (5, 8000, checks.words(3, 26), 3)],
        draws=1,
        holds=pairs,
        detects=0.1,
    ),
    checks.property(
        "Two words per integer are enough",
        "uniform_integers",
        barely,
        [(6, 20, 32), (1, 20, 3), (5, 1000, 3), (5, 1000, 8), (TOP // 2 + 1, 1500, 32), (2**63 + 1, 500, 64)],
        holds=misplaced,
    ),
    checks.error(
        "An impossible n raises ValueError",
        [
            *(
                checks.call("uniform_integers", n, 1, checks.stream([0, 1, 0, 1, 0, 1]), bits)
                for n, bits in ((0, 8), (-1, 8), (-6, 3), (9, 3), (3, 1), (TOP + 1, 32))
            ),
            checks.call("uniform_integers", TOP + 1, 1, checks.stream([0, 1, 0, 1, 0, 1])),
            *(
                checks.call("uniform_integers", n, count, checks.stream([0, 1]), bits)
                for n, count, bits in ((0, 0, 32), (9, 0, 3), (TOP + 1, 0, 32), (2**33 + 1, 1, 33), (2**64 + 1, 1, 64))
            ),
        ],
    ),
]
