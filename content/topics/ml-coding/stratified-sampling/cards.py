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
    [50, 31, 19],
    [47, 33, 20],
    [61, 26, 13],
    [72, 17, 11],
    [44, 37, 19],
    [53, 29, 18],
    [66, 23, 11],
    [41, 32, 27],
]


def draw_quotas(rng: random.Random) -> tuple[list[int], int, int]:
    """Strata of 100 rows in all, how many to draw, which stratum is asked for."""
    return rng.sample(rng.choice(LISTS), 3), rng.choice([7, 9, 11, 13, 17]), rng.randrange(3)


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
        f"Desktop users are {sizes[0]} % of the traffic, mobile users {sizes[1]} %. A sample has {drawn[0]} of each: "
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
