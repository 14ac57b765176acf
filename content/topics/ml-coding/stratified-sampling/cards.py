"""Numeric cards on stratified sampling: quotas, Neyman allocation, the weighted estimate."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def quotas(sizes: list[int], k: int) -> list[int]:
    """By largest remainder; the remainders at the border must differ."""
    n = sum(sizes)
    exact = [Fraction(k * size, n) for size in sizes]
    floors = [int(q) for q in exact]
    order = sorted(range(len(sizes)), key=lambda i: exact[i] - floors[i], reverse=True)
    for i in order[: k - sum(floors)]:
        floors[i] += 1
    return floors


LISTS = [
    ([38, 37, 25], [7, 9, 15, 17]),
    ([64, 19, 17], [7, 9, 13, 15]),
    ([69, 16, 15], [9, 11, 15, 17]),
    ([40, 39, 21], [9, 11, 17]),
    ([43, 29, 28], [9, 13, 15]),
    ([61, 23, 16], [9, 11, 15]),
    ([63, 19, 18], [7, 9, 13]),
]
"""Strata of 100 rows in all, and numbers of rows to draw for which rounding each quota loses the total."""


def draw_quotas(rng: random.Random) -> tuple[list[int], int, int]:
    """Strata, how many rows to draw, which stratum is asked for: mostly the one that rounding gets wrong."""
    sizes, totals = rng.choice(LISTS)
    sizes, k = rng.sample(sizes, 3), rng.choice(totals)
    wrong = [i for i, right in enumerate(quotas(sizes, k)) if right != round(k * sizes[i] / 100)]
    return sizes, k, rng.choice([*wrong, *wrong, rng.randrange(3)])


def quota(rng: random.Random) -> Numeric:
    sizes, k, which = draw_quotas(rng)
    answer = quotas(sizes, k)[which]
    exact = [k * size / 100 for size in sizes]
    return Numeric(
        f"Strata A, B, C have {sizes[0]}, {sizes[1]} and {sizes[2]} rows. You draw {k} rows with proportional "
        f"allocation "
        f"and the largest-remainder rule. How many come from {'ABC'[which]}?",
        answer,
        f"The exact quotas are ${', '.join(f'{q:g}' for q in exact)}$. Their whole parts add up to "
        f"${sum(int(q) for q in exact)}$, which is {k - sum(int(q) for q in exact)} short of {k}. With one more row "
        f"for as many of the largest fractional parts: ${', '.join(map(str, quotas(sizes, k)))}$.",
    )


def neyman(sizes: list[int], deviations: list[int], k: int) -> list[Fraction]:
    """Rows for each stratum, not rounded."""
    total = sum(n * s for n, s in zip(sizes, deviations, strict=True))
    return [Fraction(k * n * s, total) for n, s in zip(sizes, deviations, strict=True)]


def draw_neyman(rng: random.Random) -> tuple[list[int], list[int], int]:
    return (
        [rng.choice([6000, 8000, 9000]), rng.choice([1000, 2000, 3000])],
        [rng.choice([1, 2, 3]), rng.choice([4, 5, 6, 8])],
        rng.choice([100, 300, 600, 1000]),
    )


def neyman_share(rng: random.Random) -> Numeric:
    sizes, deviations, k = draw_neyman(rng)
    answer = neyman(sizes, deviations, k)[1]
    products = [n * s for n, s in zip(sizes, deviations, strict=True)]
    proportional = Fraction(k * sizes[1], sum(sizes))
    return Numeric(
        f"You may label {k} rows to estimate a mean; a label costs the same everywhere. Stratum A has {sizes[0]} rows "
        f"with standard deviation {deviations[0]}, stratum B {sizes[1]} rows with {deviations[1]}. How many labels go "
        "to B by Neyman allocation, before any rounding? (Within 0.5 is right.)",
        float(answer),
        f"In proportion to rows times deviation, ${products[0]}$ to ${products[1]}$: ${k} \\cdot "
        f"\\frac{{{products[1]}}}{{{sum(products)}}} = {float(answer):.2f}$. Proportional allocation would give "
        f"${float(proportional):.1f}$.",
        0.5,
    )


def weighted(sizes: list[int], means: list[int]) -> Fraction:
    return Fraction(sum(n * m for n, m in zip(sizes, means, strict=True)), sum(sizes))


def draw_estimate(rng: random.Random) -> tuple[list[int], list[int], list[int]]:
    """Strata sizes in percent, how many were sampled of each, the means of the samples."""
    share = rng.choice([60, 70, 80, 90])
    return [share, 100 - share], [50, 50], [rng.randint(2, 20), rng.randint(25, 60)]


def estimate(rng: random.Random) -> Numeric:
    sizes, drawn, means = draw_estimate(rng)
    answer = weighted(sizes, means)
    return Numeric(
        f"Desktop users are {sizes[0]}% of the traffic, mobile users {sizes[1]}%. A sample has {drawn[0]} of each: "
        f"the "
        f"desktop users average {means[0]} clicks, the mobile ones {means[1]}. What is the estimate of the mean over "
        f"the "
        "traffic? (Exact.)",
        answer,
        f"Weight the means by the shares of the traffic, not of the sample: ${sizes[0] / 100:g} \\cdot {means[0]} + "
        f"{sizes[1] / 100:g} \\cdot {means[1]} = {float(answer):g}$. The plain mean of the sample, "
        f"${(means[0] + means[1]) / 2:g}$, counts mobile users too often.",
    )


CARDS = [quota, neyman_share, estimate]
