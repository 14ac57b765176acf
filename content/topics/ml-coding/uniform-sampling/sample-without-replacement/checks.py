from collections import Counter
from itertools import combinations
from math import log

import numpy as np

from sharpen import checks

HUGE = 10**18
ALPHA = 1e-10


def inputs(rng, size):
    n, k = size
    return n, k, checks.python_random(int(rng.integers(1000)))


def distinct(got, n, k, _rng):
    numbers = list(got)
    if any(not isinstance(number, int) or isinstance(number, bool) for number in numbers):
        return "every number must be an integer"
    if len(numbers) != k:
        return f"expected {k:,} numbers, got {len(numbers):,}"
    if len(set(numbers)) != k:
        number, times = Counter(numbers).most_common(1)[0]
        return f"{number} came {times:,} times in one answer; the numbers must be different"
    if k and not (min(numbers) >= 0 and max(numbers) < n):
        return f"the numbers must be between 0 and {n - 1}"
    return None


def whole(expected, got):
    """Comparator: the answer is all of the range."""
    why = distinct(got, len(expected), len(expected), None)
    return checks.Difference("", checks.show(expected), checks.show(got), why) if why else None


def subsets(answers, n, k, _rng):
    seen = Counter()
    for answer, times in Counter(map(tuple, answers)).items():
        seen[tuple(sorted(answer))] += times
    possible = list(combinations(range(n), k))
    strange = set(seen) - set(possible)
    if strange:
        return f"{list(next(iter(strange)))} is not a subset of size {k} of the numbers 0 to {n - 1}"
    if checks.biased([seen[one] for one in possible], [1 / len(possible)] * len(possible)):
        extreme = max(possible, key=lambda one: abs(seen[one] - len(answers) / len(possible)))
        return (
            f"the {len(possible)} subsets are not equally likely: {set(extreme)} came {seen[extreme]:,} times "
            f"in {len(answers):,}; about {len(answers) / len(possible):,.0f} are expected"
        )
    return None


def equally_often(answers, n, k, _rng):
    drawn = Counter(number for answer in answers for number in set(answer))
    for number in range(n):
        if checks.biased([drawn[number], len(answers) - drawn[number]], [k / n, 1 - k / n], alpha=ALPHA / n):
            wanted = len(answers) * k / n
            return f"{number} came in {drawn[number]:,} of {len(answers):,} answers; about {wanted:,.0f} are expected"
    return None


def digits(answers, n, k, _rng):
    """n is a multiple of 10: the last digits of single draws are uniform, and so are the first."""
    numbers = [number for answer in answers for number in answer]
    number, times = Counter(numbers).most_common(1)[0]
    if times > 1:  # of 3,000 numbers out of 10**18, two agree with a chance of 5e-12
        return f"{number} came {times:,} times in {len(numbers):,} draws from a range of {n:,}"
    for what, found in (("last", [x % 10 for x in numbers]), ("first", [10 * x // n for x in numbers])):
        seen = Counter(found)
        why = checks.biased([seen[digit] for digit in range(10)], [0.1] * 10)
        if why:
            return f"the {what} of the {len(str(n)) - 1} digits is not uniform on 0 to 9: {why}"
    return halved(sum(2 * number < n for number in numbers), len(numbers))


def even_and_odd(answers, _n, _k, _rng):
    """n is 2**54 // 9: of the 2**53 fractions, five are scaled to an even number where four are to an odd one."""
    seen = Counter(number % 2 for answer in answers for number in answer)
    if not checks.biased([seen[0], seen[1]], [0.5, 0.5]):
        return None
    return f"{seen[0]:,} numbers are even and {seen[1]:,} odd; about as many are expected"


def halved(low, count):
    """n is even."""
    if not checks.biased([low, count - low], [0.5, 0.5]):
        return None
    return f"{low:,} of {count:,} numbers are in the lower half of the range; about {count // 2:,} are expected"


def spread(got, n, k, _rng):
    """Many numbers of a huge range: different, uniform in their digits, and neither in runs nor in even steps."""
    numbers = np.array(list(got))
    if numbers.shape != (k,) or numbers.dtype.kind != "i" or numbers.min() < 0 or numbers.max() >= n:
        return f"expected {k:,} integers between 0 and {n - 1}, got {checks.show(got, longest=120)}"
    if len(np.unique(numbers)) < k:
        return f"expected {k:,} different numbers, got {len(np.unique(numbers)):,} different ones"
    for what, digit in (("last", numbers % 10), ("first", numbers // (n // 10))):
        why = checks.biased(np.bincount(digit, minlength=10).tolist(), [0.1] * 10)
        if why:
            return f"the {what} of the {len(str(n)) - 1} digits is not uniform on 0 to 9: {why}"
    why = halved(int((numbers < n // 2).sum()), k)
    if why:
        return why
    # Some two of k * k / 2 pairs are this near but for a chance of exp(-25), unless the numbers lie on a grid.
    gap = int(np.diff(np.sort(numbers)).min())
    if gap > 25 * n // k**2:
        return f"no two of {k:,} numbers are nearer than {gap:,}, which is too even; about {n // k**2:,} is expected"
    # The k-ths of the range that hold a number: each draw changes their count by one at most (McDiarmid 1989), and
    # where k * k is far below n, drawing with and without replacement are the same.
    held = len(np.unique((numbers * (k / n)).astype(int)))
    wanted = k - k * (1 - 1 / k) ** k
    if abs(held - wanted) > (k * log(2 / ALPHA) / 2) ** 0.5:
        return f"cut into {k:,} equal parts, the range has numbers in {held:,} of them; {wanted:,.0f} are expected"
    return None


def thorough(got, n, k, rng):
    """A large part of the range: as many of its lower half as of its upper, and neighbors chosen independently.

    Drawn without replacement, a sum that one number changes by one is no farther from its mean than McDiarmid's
    inequality says (El-Yaniv and Pechyony 2006, lemma 2).
    """
    why = distinct(got, n, k, rng)
    if why:
        return why
    chosen = np.zeros(n, int)
    chosen[list(got)] = 1
    why = halved(int(chosen[: n // 2].sum()), k)
    pairs, wanted = int((chosen[0::2] & chosen[1::2]).sum()), n / 2 * k / n * (k - 1) / (n - 1)
    if why or abs(pairs - wanted) <= (k * log(2 / ALPHA) / 2) ** 0.5:
        return why
    return f"of {n // 2:,} pairs of neighbors, both came in {pairs:,}; about {wanted:,.0f} are expected"


def left_out(answers, n, _k, _rng):
    """All but one: a quarter of the missing ones in each quarter of the range."""
    missing = [n * (n - 1) // 2 - sum(answer) for answer in answers]
    quarters = np.bincount([4 * one // n for one in missing], minlength=4).tolist()
    if checks.biased(quarters, [1 / 4] * 4):
        return f"the number left out is in the four quarters of the range {quarters} times, not equally often"
    return None


def anywhere(got, n, k, rng):
    """Ten numbers; all are in one tenth at an end of the range with a chance of 2e-10."""
    why = distinct(got, n, k, rng)
    if why:
        return why
    if min(got) < 0.9 * n and max(got) >= 0.1 * n:
        return None
    return f"all {k} numbers are between {min(got):,} and {max(got):,}, though the range ends at {n - 1:,}"


def everything(n, _k, _rng):
    return set(range(n))


def seeded(seed=0):
    return checks.python_random(seed)


CHECKS = [
    checks.example(
        "Five of five is all of them",
        checks.call("sample", 5, 5, seeded()),
        [0, 1, 2, 3, 4],
        same=whole,
    ),
    checks.oracle(
        "n of n is the whole range, none of n is nothing",
        "sample",
        [(1, 1, seeded()), (2, 2, seeded()), (30, 30, seeded()), (0, 0, seeded())],
        expected=everything,
        same=whole,
    ),
    checks.property(
        "The numbers are different and within the range",
        "sample",
        inputs,
        [(1, 0), (2, 1), (3, 2), (5, 0), (10, 4), (10, 9), (100, 60), (1_200, 1_199)],
        holds=distinct,
        empty=True,
    ),
    checks.statistics(
        "Every subset is equally likely",
        "sample",
        [(3, 1, seeded(1)), (5, 2, seeded(2)), (5, 3, seeded(13)), (5, 4, seeded(3)), (6, 3, seeded(4))],
        draws=6_200,
        holds=subsets,
        detects=0.05,
    ),
    checks.statistics(
        "Every number of a longer range is equally likely",
        "sample",
        [(100, 40, seeded(11)), (40, 30, seeded(14))],
        draws=400,
        holds=equally_often,
        detects=0.5,
    ),
    checks.property(
        "A range of a quintillion is as easy as a small one",
        "sample",
        inputs,
        [(HUGE, 1), (HUGE, 10), (10**30, 500), (10**30, 20)],
        holds=distinct,
    ),
    checks.property(
        "A few of a range of any size are spread all over it",
        "sample",
        inputs,
        [(10**6, 300), (2 * 10**9, 2_000), (10**13, 2_000)],
        holds=spread,
        drawn=False,
    ),
    checks.property(
        "Half of a range is taken from all of it, and not in runs",
        "sample",
        inputs,
        [(1_200, 600), (4_000, 2_000)],
        holds=thorough,
        drawn=False,
    ),
    checks.statistics(
        "All but one: any number may be the one left out",
        "sample",
        [(500, 499, seeded(12))],
        draws=60,
        holds=left_out,
        detects=0.9,
    ),
    checks.statistics(
        "Every number of a huge range can come out",
        "sample",
        [(HUGE, 1, seeded(5)), (10**30, 1, seeded(6))],
        draws=3_000,
        holds=digits,
        detects=0.1,
    ),
    checks.statistics(
        "Of a range of 51 bits, even and odd numbers are equally likely",
        "sample",
        [(2**54 // 9, 1, seeded(15))],
        draws=9_300,
        holds=even_and_odd,
        detects=0.111,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "sample",
        [(1_000, 40, seeded(9)), (HUGE, 3, seeded(10))],
    ),
    checks.growth(
        "The time grows with k, not with its square",
        "sample",
        [(HUGE, k, seeded(7)) for k in (1_000, 15_000, 30_000)],
        factor=30,
        holds=spread,
    ),
    checks.memory(
        "The memory does not grow with n",
        checks.call("sample", 2_000_000, 10, seeded(8)),
        limit=12,
        holds=anywhere,
    ),
    checks.memory(
        "Nor is a million small",
        checks.call("sample", 1_000_000, 10, seeded(8)),
        limit=7,
        holds=anywhere,
    ),
    checks.error(
        "A negative k, or one larger than n, raises ValueError",
        [checks.call("sample", n, k, seeded()) for n, k in ((3, 4), (3, -1), (0, 1), (0, -1), (HUGE, -1), (99, 100))],
    ),
]
