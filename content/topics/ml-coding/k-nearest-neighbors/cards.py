"""Numeric cards on k-nearest neighbors: a prediction, leave-one-out, and how local a neighborhood is."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def nearest_mean(xs: list[int], ys: list[int], query: int, k: int) -> Fraction:
    """The mean target of the k nearest points; no two may be equally far."""
    near = sorted(zip(xs, ys, strict=True), key=lambda pair: abs(pair[0] - query))[:k]
    return Fraction(sum(y for _, y in near), k)


def draw_regression(rng: random.Random) -> tuple[list[int], list[int], int, int]:
    """Six points with different distances to the query."""
    query = rng.randint(8, 14)
    gaps = rng.sample(range(1, 9), 6)
    xs = [query + gap * rng.choice([-1, 1]) for gap in gaps]
    return xs, [rng.randint(0, 20) for _ in xs], query, rng.choice([2, 3, 4])


def regression(rng: random.Random) -> Numeric:
    xs, ys, query, k = draw_regression(rng)
    near = sorted(zip(xs, ys, strict=True), key=lambda pair: abs(pair[0] - query))[:k]
    answer = nearest_mean(xs, ys, query, k)
    pairs = ", ".join(f"({x}, {y})" for x, y in sorted(zip(xs, ys, strict=True)))
    return Numeric(
        f"Training points $(x, y)$: ${pairs}$. What does {k}-nearest-neighbor regression, without weights, predict at "
        f"$x = {query}$? (Exact; a fraction is welcome.)",
        answer,
        f"The {k} nearest $x$ to ${query}$ are ${', '.join(str(x) for x, _ in near)}$, with targets "
        f"${', '.join(str(y) for _, y in near)}$. Their mean is "
        f"$\\frac{{{' + '.join(str(y) for _, y in near)}}}{{{k}}} = {show_number(answer)}$.",
    )


def left_out_errors(xs: list[int], labels: list[int]) -> int:
    """How many points differ from their nearest other point; no ties."""
    errors = 0
    for i, x in enumerate(xs):
        j = min((j for j in range(len(xs)) if j != i), key=lambda j: abs(xs[j] - x))
        errors += labels[i] != labels[j]
    return errors


def draw_line(rng: random.Random) -> tuple[list[int], list[int]]:
    """Points whose neighboring gaps all differ, so that no nearest neighbor is tied."""
    xs = [rng.randint(0, 3)]
    for gap in rng.sample(range(1, 8), 5):
        xs.append(xs[-1] + gap)
    ones = rng.sample(range(6), 3)
    return xs, [int(i in ones) for i in range(6)]


def leave_one_out(rng: random.Random) -> Numeric:
    xs, labels = draw_line(rng)
    answer = left_out_errors(xs, labels)
    shown = ", ".join(f"${x}$ ({'AB'[label]})" for x, label in zip(xs, labels, strict=True))
    told = []
    for i, x in enumerate(xs):
        j = min((j for j in range(len(xs)) if j != i), key=lambda j: abs(xs[j] - x))
        told.append(f"${x}$ is told {'AB'[labels[j]]} by ${xs[j]}$ ({'wrong' if labels[i] != labels[j] else 'right'})")
    return Numeric(
        f"Points on a line with their classes: {shown}. How many errors does leave-one-out count for the "
        "1-nearest-neighbor classifier?",
        answer,
        f"Each point is judged by its nearest *other* point: {'; '.join(told)}. That makes {answer}.",
    )


def side(percent: float, dimension: int) -> float:
    """The side of a subcube that holds this percentage of the unit cube."""
    return float((percent / 100) ** (1 / dimension))


def draw_cube(rng: random.Random) -> tuple[float, int]:
    return rng.choice([0.1, 0.5, 1, 2, 5]), rng.choice([3, 5, 8, 10, 20, 50])


def subcube(rng: random.Random) -> Numeric:
    percent, dimension = draw_cube(rng)
    answer = side(percent, dimension)
    return Numeric(
        f"Points are uniform in the unit cube of {dimension} dimensions. A subcube is to hold {percent:g}% of them on "
        "average. How long is its side? (Within 0.002 is right.)",
        answer,
        f"The share is the volume: $s^{{{dimension}}} = {percent / 100:g}$, so $s = "
        f"{percent / 100:g}^{{1/{dimension}}} = {answer:.4f}$. The higher the dimension, the less local is a "
        "neighborhood with a fixed share.",
        0.002,
    )


CARDS = [regression, leave_one_out, subcube]
