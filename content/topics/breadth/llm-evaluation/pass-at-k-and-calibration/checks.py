import math
from itertools import combinations, pairwise

import numpy as np

from sharpen import checks


def tasks(rng, size):
    """`size` is tasks and the most samples there are; few pass at some tasks, nearly all at others."""
    number, most = size
    samples = rng.integers((most + 1) // 2, most + 1, number)
    passed = rng.binomial(samples, rng.beta(0.4, 0.8, number))
    return samples, passed, int(rng.integers(1, samples.min() + 1))


def fresh(rng, size):
    """For a fixed k, so that two draws differ in the counts alone."""
    return *tasks(rng, size)[:2], 3


def answers(rng, size):
    """An overconfident model, off the edges of its bins."""
    n, bins = size
    sure = rng.beta(3, 1, n)
    off = np.abs(sure * bins - np.rint(sure * bins)) > 1e-6
    sure = np.where(off, sure, (np.floor(sure * bins) + 0.5) / bins)
    return sure, (rng.random(n) < sure**2).astype(int), bins


def on_the_edges(rng, size):
    """Whole sixteenths, 0 and 1 among them, for bins of which there are a power of two."""
    n, bins = size
    sure = rng.integers(0, 17, n) / 16
    sure[: min(n, 3)] = (1.0, 0.0, 0.5)[: min(n, 3)]
    return sure, rng.random(n) < 0.7, bins


def by_whole_numbers(samples, correct, k):
    shares = [1 - math.comb(int(n) - int(c), k) / math.comb(int(n), k) for n, c in zip(samples, correct, strict=True)]
    return math.fsum(shares) / len(shares)


def by_choosing(samples, correct, k):
    """All ways to choose k answers of each task."""
    shares = []
    for n, c in zip(samples, correct, strict=True):
        ways = list(combinations([1] * c + [0] * (n - c), k))
        shares.append(sum(map(any, ways)) / len(ways))
    return sum(shares) / len(shares)


def bin_by_bin(confidences, correct, bins=10):
    held = {}
    for sure, right in zip(confidences, correct, strict=True):
        number = 1
        while sure > number / bins:
            number += 1
        held.setdefault(number, []).append((float(right), float(sure)))
    gaps = {
        number: abs(math.fsum(right for right, _ in one) - math.fsum(sure for _, sure in one)) / len(one)
        for number, one in held.items()
    }
    return sum(gaps[number] * len(one) for number, one in held.items()) / len(confidences), max(gaps.values())


def never_falls(ask, samples, correct, k):
    """More tries do no harm, and one try is the share that passed."""
    first = float(ask(samples, correct, 1))
    share = float(np.mean(np.asarray(correct) / np.asarray(samples)))
    if not math.isclose(first, share, rel_tol=1e-6, abs_tol=1e-9):
        return f"pass@1 is {first:.9g}, and the mean share of samples that passed is {share:.9g}"
    steps = [first] + [float(ask(samples, correct, more)) for more in range(2, min(samples.min(), 8) + 1)]
    for more, (one, other) in enumerate(pairwise(steps), start=2):
        if other < one - 1e-9:
            return f"pass@{more} is {other:.9g}, less than pass@{more - 1}, which is {one:.9g}"
    return None


def unbiased(ask, samples, _correct, k):
    """Averaged over what may pass when each answer does with chance p, it is 1 - (1 - p)^k."""
    n = int(samples[0])
    estimates = [float(ask([n], [c], k)) for c in range(n + 1)]
    for p in (0.125, 0.5):
        chances = [math.comb(n, c) * p**c * (1 - p) ** (n - c) for c in range(n + 1)]
        mean = math.fsum(chance * estimate for chance, estimate in zip(chances, estimates, strict=True))
        truth = 1 - (1 - p) ** k
        if not math.isclose(mean, truth, rel_tol=1e-6, abs_tol=1e-9):
            return (
                f"where each of {n} samples passes with chance {p}, the estimates of pass@{k} are {mean:.6g} on "
                f"average, and 1 - (1 - {p})^{k} is {truth:.6g}"
            )
    return None


def between_bounds(got, confidences, correct, bins):
    if len(got) != 2:
        return f"expected two numbers, got {len(got)}"
    expected, largest = map(float, got)
    least = abs(float(np.mean(correct)) - float(np.mean(confidences)))
    if not least - 1e-9 <= expected <= largest + 1e-9:
        return (
            f"the expected error is {expected:.6g}; it is at least {least:.6g}, the gap of all answers together, and "
            f"at most the largest gap, {largest:.6g}"
        )
    return None if largest <= 1 + 1e-9 else f"the largest gap is {largest:.6g}, more than 1"


def finer_finds_more(ask, confidences, correct, bins):
    """Halves of bins cannot have a smaller error than the bins; the order of the answers does not matter."""
    errors = [float(ask(confidences, correct, bins * times)[0]) for times in (1, 2, 4)]
    if errors[0] > errors[1] + 1e-9 or errors[1] > errors[2] + 1e-9:
        shown = ", ".join(f"{error:.6g}" for error in errors)
        return f"the expected error for {bins}, {2 * bins} and {4 * bins} bins is {shown}; it cannot fall"
    backwards = float(ask(confidences[::-1].copy(), correct[::-1].copy(), bins)[0])
    if not math.isclose(backwards, errors[0], rel_tol=1e-6, abs_tol=1e-9):
        return f"the expected error is {errors[0]:.9g}, and {backwards:.9g} for the answers in reverse order"
    return None


SMALL = [([n], [c], k) for n in range(1, 9) for c in range(n + 1) for k in range(1, n + 1)]
LARGE = [
    ([10_000], [1], 1),
    ([10_000], [5_000], 3),
    ([10_000, 10_000], [3, 0], 5_000),
    ([10_000, 9_999], [1, 9_999], 9_999),
    ([200] * 1_999 + [300], [7] * 1_999 + [300], 100),
    ([10_000] * 1_000, [1] * 1_000, 10),
    ([200, 10_000], [20, 9_990], 11),
]
SURE = np.array([0.9, 0.8, 0.8, 0.3])

CHECKS = [
    checks.example("pass@2 of the example", checks.call("pass_at_k", [4, 4, 5], [2, 0, 4], 2), 11 / 18),
    checks.example(
        "The two bins of the example",
        checks.call("calibration_error", [0.9, 0.8, 0.8, 0.3], [1, 0, 1, 0], bins=2),
        (0.2, 0.3),
    ),
    checks.exhaustive(
        "One task with up to eight samples: every way to choose k",
        "pass_at_k",
        SMALL,
        expected=by_choosing,
        same=checks.close(),
    ),
    checks.oracle(
        "Many tasks, by whole binomial coefficients",
        "pass_at_k",
        tasks,
        [(1, 3), (2, 5), (5, 12), (40, 60), (164, 200)],
        expected=by_whole_numbers,
    ),
    checks.relation(
        "pass@1 is the share that passed, and more tries do no harm",
        "pass_at_k",
        tasks,
        [(1, 4), (3, 9), (6, 40)],
        holds=never_falls,
    ),
    checks.relation(
        "The estimate is right on average", "pass_at_k", [([5], [1], 3), ([7], [2], 2), ([6], [0], 6)], holds=unbiased
    ),
    checks.stability("Ten thousand samples, two thousand tasks", "pass_at_k", LARGE, expected=by_whole_numbers),
    checks.oracle(
        "Calibration, bin by bin",
        "calibration_error",
        answers,
        [(1, 10), (4, 3), (20, 5), (60, 10), (3000, 15), (400, 1000)],
        expected=bin_by_bin,
    ),
    checks.oracle(
        "Confidences at the edges of bins",
        "calibration_error",
        on_the_edges,
        [(1, 1), (2, 2), (4, 4), (9, 8), (30, 16), (50, 2)],
        expected=bin_by_bin,
    ),
    checks.property(
        "At least the gap of all answers together, at most the largest",
        "calibration_error",
        answers,
        [(2, 4), (30, 10), (300, 15)],
        holds=between_bounds,
    ),
    checks.relation(
        "Finer bins find no less, and order does not matter",
        "calibration_error",
        on_the_edges,
        [(5, 1), (40, 2), (40, 4)],
        holds=finer_finds_more,
    ),
    checks.stability(
        "Always sure and right, never sure, one bin, and gaps that cancel",
        "calibration_error",
        [
            ([1.0, 1.0], [1, 1], 10),
            ([0.0, 0.0, 1.0], [1, 0, 0], 10),
            ([0.6] * 5, [1, 1, 1, 0, 0], 7),
            ([0.25, 0.75], [True, False], 1),
            (np.array([0.05, 0.15, 0.95, 0.96]), np.array([True, False, False, True]), 10),
            ([1e-12], [0], 1000),
            ([0.905, 0.892, 0.3], [1, 0, 1]),
        ],
        expected=bin_by_bin,
    ),
    checks.stability(
        "A hundred thousand answers", "calibration_error", answers, [(100_000, 3), (100_000, 1000)], expected=None
    ),
    checks.error(
        "A k below 1, or above some number of samples, raises ValueError",
        [
            checks.call("pass_at_k", [4, 5], [1, 2], 0),
            checks.call("pass_at_k", [4, 5], [1, 2], -1),
            checks.call("pass_at_k", [4, 5], [1, 2], 5),
            checks.call("pass_at_k", [9, 4], [9, 4], 5),
            checks.call("pass_at_k", [1], [1], 2),
        ],
    ),
    checks.stateless("Tasks before do not matter", "pass_at_k", fresh, [(3, 9), (1000, 12)]),
    checks.stateless("Answers before do not matter", "calibration_error", answers, [(8, 5), (2000, 5)]),
    checks.unchanged(
        "No argument is changed",
        "calibration_error",
        [
            (SURE, np.array([1, 0, 1, 0]), 4),
            (SURE[:1], np.array([True]), 4),
            (SURE.tolist(), [1, 0, 1, 0], 4),
            checks.call("pass_at_k", np.array([4, 5]), np.array([1, 2]), 2),
            checks.call("pass_at_k", np.array([4]), np.array([1]), 2),
            checks.call("pass_at_k", [4, 5], [1, 2], 2),
        ],
    ),
]
