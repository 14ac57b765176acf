"""Cards of t-SNE: a neighbor's probability, perplexity, similarity on the map."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def neighbor_probability(distances: list[int], sigma: int) -> float:
    """The probability of the first neighbor under a Gaussian of width sigma."""
    weights = [math.exp(-(d**2) / (2 * sigma**2)) for d in distances]
    return weights[0] / sum(weights)


def draw_neighbors(rng: random.Random) -> tuple[list[int], int]:
    """Distances and a width; whoever forgets the 2 in the exponent (as if the width were less) is off by 0.01."""
    while True:
        sigma = rng.choice([2, 3, 4])
        distances = rng.sample(range(1, 2 * sigma + 2), 3)
        forgotten = [math.exp(-(d**2) / sigma**2) for d in distances]
        if abs(neighbor_probability(distances, sigma) - forgotten[0] / sum(forgotten)) > 0.01:
            return distances, sigma


def near(rng: random.Random) -> Numeric:
    distances, sigma = draw_neighbors(rng)
    answer = neighbor_probability(distances, sigma)
    weights = [math.exp(-(d**2) / (2 * sigma**2)) for d in distances]
    listed = ", ".join(f"$e^{{-{d * d}/{2 * sigma**2}}} = {w:.4f}$" for d, w in zip(distances, weights, strict=True))
    return Numeric(
        f"A data set has four points. From point $i$, the others $a, b, c$ are at distances ${distances[0]}$, "
        f"${distances[1]}$ and ${distances[2]}$, and $\\sigma_i = {sigma}$. What is t-SNE's $p_{{a \\mid i}}$? (To "
        "within 0.002.)",
        answer,
        f"Weights $e^{{-d^2 / 2\\sigma_i^2}}$ for $a, b, c$: {listed}. $p_{{a \\mid i}} = \\frac{{{weights[0]:.4f}}}"
        f"{{{sum(weights):.4f}}} = {answer:.4f}$.",
        0.002,
    )


def perplexity_of(shares: list[Fraction]) -> float:
    """Two to the entropy in bits."""
    return 2 ** -sum(float(p) * math.log2(p) for p in shares)


def draw_shares(rng: random.Random) -> list[Fraction]:
    """Three or four positive tenths that sum to one."""
    cuts = sorted(rng.sample(range(1, 10), rng.choice([2, 3])))
    return [Fraction(b - a, 10) for a, b in zip([0, *cuts], [*cuts, 10], strict=True)]


def perplexity(rng: random.Random) -> Numeric:
    shares = draw_shares(rng)
    answer = perplexity_of(shares)
    bits = math.log2(answer)
    terms = " + ".join(f"{float(p):g} \\cdot {-math.log2(p):.3f}" for p in shares)
    return Numeric(
        f"In t-SNE, point $i$ has the neighbor probabilities ${', '.join(f'{float(p):g}' for p in shares)}$. What is "
        "their perplexity? (To within 0.02.)",
        answer,
        f"Entropy in bits: $H = \\sum_j p_j \\log_2 (1/p_j) = {terms} = {bits:.4f}$. Perplexity $2^H = {answer:.3f}$: "
        f"about as spread as {answer:.1f} equally likely neighbors, of {len(shares)}.",
        0.02,
    )


def map_similarity(points: list[int]) -> Fraction:
    """q of the first two of three map points on a line."""
    a, b, c = points
    weights = [Fraction(1, 1 + (p - q) ** 2) for p, q in ((a, b), (a, c), (b, c))]
    return weights[0] / (2 * sum(weights))


def draw_map(rng: random.Random) -> list[int]:
    return rng.sample(range(7), 3)


def on_the_map(rng: random.Random) -> Numeric:
    points = draw_map(rng)
    answer = map_similarity(points)
    a, b, c = points
    gaps = [(p - q) ** 2 for p, q in ((a, b), (a, c), (b, c))]
    total = " + ".join(f"\\frac{{1}}{{{1 + gap}}}" for gap in gaps)
    return Numeric(
        f"t-SNE has put three points on a line, at $y_1 = {a}$, $y_2 = {b}$, $y_3 = {c}$. What is $q_{{12}}$, "
        "normalized over all ordered pairs $k \\ne l$? (As a fraction, or as a decimal to within 0.001.)",
        answer,
        f"Similarities $1/(1 + d^2)$: pairs 1-2, 1-3, 2-3 have $\\frac{{1}}{{{1 + gaps[0]}}}, "
        f"\\frac{{1}}{{{1 + gaps[1]}}}, \\frac{{1}}{{{1 + gaps[2]}}}$. Each pair is counted in both orders: $q_{{12}} "
        f"= \\frac{{1/{1 + gaps[0]}}}{{2\\left({total}\\right)}} = {show_number(answer)} \\approx "
        f"{float(answer):.4f}$.",
        0.001,
    )


CARDS = [near, perplexity, on_the_map]
