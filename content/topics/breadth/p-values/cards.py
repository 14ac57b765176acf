"""Numeric cards on p-values: a z-test, an exact test, many tests, false discoveries."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def two_sided(z: float) -> float:
    return math.erfc(abs(z) / math.sqrt(2))


def draw_mean(rng: random.Random) -> tuple[float, int, int, int]:
    """Observed mean, mean under the null, standard deviation, sample size; z between 1 and 3."""
    n, deviation = rng.choice([(25, 5), (25, 10), (36, 12), (36, 30), (64, 8), (64, 20), (100, 10), (100, 20)])
    center = rng.choice([50, 80, 100])
    z = rng.choice([-1, 1]) * rng.choice([1.0, 1.2, 1.5, 1.8, 2.0, 2.2, 2.5])
    return round(center + z * deviation / math.sqrt(n), 4), center, deviation, n


def z_test(rng: random.Random) -> Numeric:
    mean, center, deviation, n = draw_mean(rng)
    error = deviation / math.sqrt(n)
    z = (mean - center) / error
    answer = two_sided(z)
    return Numeric(
        f"{n} independent values have the mean {mean:.6g}. The null hypothesis is a mean of {center}, with the known "
        f"standard "
        f"deviation {deviation}. What is the two-sided p-value of the z-test? (Within 0.001 is right. $\\Phi$ at "
        "1, 1.2, 1.5, 1.8, 2, 2.2, 2.5 is 0.8413, 0.8849, 0.9332, 0.9641, 0.9772, 0.9861, 0.9938.)",
        answer,
        f"The standard error is ${deviation}/\\sqrt{{{n}}} = {error:.4g}$, so $z = ({mean:.6g} - "
        f"{center})/{error:.4g} = "
        f"{z:.2g}$ and $p = 2(1 - \\Phi({abs(z):.2g})) = {answer:.4f}$.",
        0.001,
    )


def at_least(heads: int, n: int) -> Fraction:
    """One-sided, for a fair coin."""
    return Fraction(sum(math.comb(n, k) for k in range(heads, n + 1)), 2**n)


def draw_heads(rng: random.Random) -> tuple[int, int]:
    """More wins than losses, not all wins, so that there is a tail to add, and a p-value of at least 0.005."""
    n = rng.randint(5, 14)
    fewest = 1 if n < 12 else 2
    return n - rng.randint(fewest, n // 3), n


def exact_test(rng: random.Random) -> Numeric:
    heads, n = draw_heads(rng)
    answer = at_least(heads, n)
    ways = [math.comb(n, k) for k in range(heads, n + 1)]
    return Numeric(
        f"Blindly guessing annotators would prefer model B half of the time. B wins {heads} of {n} independent "
        f"comparisons, "
        f"without ties. What is the exact one-sided p-value, $P(\\text{{at least }} {heads} \\text{{ wins}})$ under "
        f"the null "
        "hypothesis? (Within 0.0002, or exact as a fraction.)",
        float(answer),
        f"$\\frac{{{' + '.join(map(str, ways))}}}{{2^{{{n}}}}} = \\frac{{{sum(ways)}}}{{{2**n}}} = "
        f"{float(answer):.4f}$.",
        0.0002,
    )


def family_error(alpha: float, tests: int) -> float:
    return float(1 - (1 - alpha) ** tests)


def draw_family(rng: random.Random) -> tuple[float, int]:
    return rng.choice([0.01, 0.02, 0.05, 0.1]), rng.choice([8, 10, 12, 15, 20, 25, 30])


def many_tests(rng: random.Random) -> Numeric:
    alpha, tests = draw_family(rng)
    answer = family_error(alpha, tests)
    return Numeric(
        f"{tests} independent tests at level $\\alpha = {alpha:g}$, and no effect anywhere. With which probability "
        f"is at "
        "least one significant? (Within 0.002 is right.)",
        answer,
        f"None is, with $(1 - {alpha:g})^{{{tests}}} = {1 - answer:.4f}$; so at least one with ${answer:.4f}$. "
        f"Bonferroni "
        f"would test each at ${alpha:g}/{tests} = {alpha / tests:.4g}$.",
        0.002,
    )


def false_share(works: Fraction, power: Fraction, alpha: Fraction) -> Fraction:
    """Of the significant results."""
    false = (1 - works) * alpha
    return false / (false + works * power)


def draw_ideas(rng: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    percent = [rng.choice([5, 10, 20, 30]), rng.choice([30, 50, 60, 80]), rng.choice([1, 5, 10])]
    return Fraction(percent[0], 100), Fraction(percent[1], 100), Fraction(percent[2], 100)


def false_discoveries(rng: random.Random) -> Numeric:
    works, power, alpha = draw_ideas(rng)
    answer = false_share(works, power, alpha)
    true, false = 1000 * works * power, 1000 * (1 - works) * alpha
    return Numeric(
        f"{float(works):.0%} of a team's ideas have an effect. Its tests have power {float(power):g} and level "
        f"$\\alpha = {float(alpha):g}$. What share of its significant results is false? (Within 0.002, or exact as a "
        "fraction.)",
        float(answer),
        f"Of 1,000 ideas ${float(true):g}$ are found rightly and ${float(false):g}$ wrongly: ${float(false):g} / "
        f"({float(false):g} + {float(true):g}) = {show_number(answer)} = {float(answer):.4f}$.",
        0.002,
    )


CARDS = [z_test, exact_test, many_tests, false_discoveries]
