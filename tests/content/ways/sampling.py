"""Stratified, uniform, reservoir and multinomial sampling, random generators."""

import itertools
import math
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats

# Stratified sampling


@another_way("stratified-sampling", "quota", "draw_quotas")
def nearest_whole(sizes: list[int], k: int, which: int) -> float:
    """The largest-remainder rule is nearest to the exact quotas among whole ones with the right total."""
    exact = floats(sizes) * k / sum(sizes)
    splits = [(a, b, k - a - b) for a in range(k + 1) for b in range(k + 1 - a)]
    ranked = sorted(splits, key=lambda split: float(((floats(split) - exact) ** 2).sum()))
    first, second = (float(((floats(split) - exact) ** 2).sum()) for split in ranked[:2])
    assert second - first > 1e-9, "two remainders are tied"
    return float(ranked[0][which])


@another_way("stratified-sampling", "neyman_share", "draw_neyman")
def least_variance(sizes: list[int], deviations: list[int], k: int) -> float:
    from scipy.optimize import brentq

    a, b = floats(sizes) * floats(deviations)
    return float(brentq(lambda s: (a / (1 - s)) ** 2 - (b / s) ** 2, 1e-6, 1 - 1e-6, xtol=1e-14) * k)


@another_way("stratified-sampling", "estimate", "draw_estimate")
def average(sizes: list[int], drawn: list[int], means: list[int]) -> float:
    rows = np.repeat(floats(means), drawn)
    return float(np.average(rows, weights=np.repeat(floats(sizes) / floats(drawn), drawn)))


# Uniform sampling


@another_way("uniform-sampling", "both_in", "draw_sizes")
def share_of_subsets(n: int, k: int) -> float:
    return math.comb(n - 2, k - 2) / math.comb(n, k)


@another_way("uniform-sampling", "rejection", "draw_rejection")
def absorbing_chain(n: int, k: int) -> float:
    """Steps until k are found, by the fundamental matrix."""
    move = np.diag([i / n for i in range(k)]) + np.diag([(n - i) / n for i in range(k - 1)], 1)
    return float(np.linalg.inv(np.eye(k) - move)[0].sum())


@another_way("uniform-sampling", "duplicate", "draw_collision")
def birthdays(n: int, k: int) -> float:
    chance = np.zeros(k + 1)
    chance[0] = 1
    for _ in range(k):
        chance[1:] = chance[1:] * np.arange(1, k + 1) / n + chance[:-1] * (n - np.arange(k)) / n
        chance[0] = 0
    return float(1 - chance[k])


# Reservoir sampling


@another_way("reservoir-sampling", "still_there", "draw_survival")
def survives(k: int, held_at: int, now: int) -> float:
    return float(np.prod([1 - k / i / k for i in range(held_at + 1, now + 1)]))


@another_way("reservoir-sampling", "replacements", "draw_changes")
def harmonic(k: int, n: int) -> float:
    from scipy.special import digamma

    return float(k * (digamma(n + 1) - digamma(k + 1)))


@another_way("reservoir-sampling", "weighted_inclusion", "draw_weights")
def not_last(weights: list[int], which: int) -> float:
    """All orders of drawing, less those in which the item comes last."""
    last = 0.0
    for order in itertools.permutations(range(3)):
        chance, rest = 1.0, float(sum(weights))
        for i in order:
            chance *= weights[i] / rest
            rest -= weights[i]
        last += chance * (order[-1] == which)
    return 1 - last


# Multinomial sampling


@another_way("multinomial-sampling", "inverse", "draw_dart")
def search(weights: list[int], u: Fraction) -> float:
    return float(np.searchsorted(np.cumsum(weights) / sum(weights), float(u), side="right"))


@another_way("multinomial-sampling", "alias", "draw_table")
def spread(kept: list[Fraction], aliases: list[int], which: int) -> float:
    chances = np.zeros(4)
    np.add.at(chances, np.arange(4), floats(kept) / 4)
    np.add.at(chances, aliases, (1 - floats(kept)) / 4)
    return float(chances[which])


@another_way("multinomial-sampling", "counts_in_draws", "draw_counts")
def multinomial(n: int, counts: list[int], parts: list[int]) -> float:
    from scipy.stats import multinomial

    return float(multinomial.pmf(counts, n, floats(parts) / sum(parts)))


# Random generators


@another_way("random-generator", "steps_of_lcg", "draw_generator")
def jumped(a: int, c: int, modulus: int, state: int, steps: int) -> float:
    """By the power of the affine map."""
    matrix = np.linalg.matrix_power(np.array([[a, c], [0, 1]]), steps)
    return float((matrix @ [state, 1])[0] % modulus)


@another_way("random-generator", "rejection", "draw_rejection")
def mean_of_geometric(bits: int, n: int) -> float:
    from scipy.stats import geom

    accepted = sum(1 for word in range(2**bits) if word + n - word % n <= 2**bits)
    return float(geom.mean(accepted / 2**bits))


@another_way("random-generator", "modulo_bias", "draw_modulo")
def counted_words(bits: int, n: int, value: int) -> float:
    return float(np.bincount(np.arange(2**bits) % n)[value] / 2**bits)
