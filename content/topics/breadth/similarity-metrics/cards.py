"""Numeric cards on similarity: Minkowski distances, cosine, Mahalanobis, Jaccard."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def minkowski(a: list[int], b: list[int], name: str) -> float:
    gaps = [abs(x - y) for x, y in zip(a, b, strict=True)]
    return {"Euclidean": math.hypot(*gaps), "Manhattan": float(sum(gaps)), "Chebyshev (maximum)": float(max(gaps))}[
        name
    ]


def draw_pair(rng: random.Random) -> tuple[list[int], list[int], str]:
    """Two points that differ in two coordinates at least, and a distance."""
    a = [rng.randint(-4, 5) for _ in range(3)]
    b = [rng.randint(6, 9), a[1] + rng.choice([-4, -3, -2, 2, 3, 4]), rng.randint(-4, 5)]
    return a, b, rng.choice(["Euclidean", "Manhattan", "Euclidean", "Chebyshev (maximum)"])


def distance(rng: random.Random) -> Numeric:
    a, b, name = draw_pair(rng)
    answer = minkowski(a, b, name)
    gaps = [abs(x - y) for x, y in zip(a, b, strict=True)]
    shown = ", ".join(map(str, gaps))
    how = {
        "Euclidean": f"\\sqrt{{{' + '.join(f'{g}^2' for g in gaps)}}}",
        "Manhattan": " + ".join(map(str, gaps)),
        "Chebyshev (maximum)": f"\\max({shown})",
    }[name]
    return Numeric(
        f"What is the {name} distance between $({', '.join(map(str, a))})$ and $({', '.join(map(str, b))})$? "
        "(Within 0.01 is right.)",
        answer,
        f"The absolute differences are ${shown}$: ${how} = {answer:.4g}$.",
        0.01,
    )


def cosine(a: list[int], b: list[int]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True)) / (math.hypot(*a) * math.hypot(*b))


def draw_vectors(rng: random.Random) -> tuple[list[int], list[int]]:
    """Not orthogonal: the dot product is at least 1."""
    return [rng.randint(1, 5), rng.randint(0, 4), rng.randint(-1, 3)], [
        rng.randint(4, 6),
        rng.randint(0, 3),
        rng.randint(0, 3),
    ]


def cosine_similarity(rng: random.Random) -> Numeric:
    a, b = draw_vectors(rng)
    answer = cosine(a, b)
    inner = sum(x * y for x, y in zip(a, b, strict=True))
    squares = [sum(x * x for x in v) for v in (a, b)]
    return Numeric(
        f"What is the cosine similarity of $({', '.join(map(str, a))})$ and $({', '.join(map(str, b))})$? "
        "(Within 0.005 is right.)",
        answer,
        f"$\\frac{{{inner}}}{{\\sqrt{{{squares[0]}}} \\sqrt{{{squares[1]}}}}} = {answer:.4f}$.",
        0.005,
    )


def mahalanobis(gap: tuple[int, int], first: int, second: int, covariance: int) -> float:
    x, y = gap
    determinant = first * second - covariance**2
    return math.sqrt((second * x * x - 2 * covariance * x * y + first * y * y) / determinant)


def draw_gap(rng: random.Random) -> tuple[tuple[int, int], int, int, int]:
    """The gap between two points and the covariance; the distance is neither 1 nor the Euclidean one."""
    while True:
        gap = (rng.choice([-3, -2, -1, 1, 2, 3]), rng.choice([-3, -2, 1, 2, 3]))
        drawn = gap, rng.choice([2, 3, 4, 5]), rng.choice([2, 3, 4]), rng.choice([-1, 0, 1])
        if all(abs(mahalanobis(*drawn) - wrong) > 0.02 for wrong in (1, math.hypot(*gap))):
            return drawn


def mahalanobis_distance(rng: random.Random) -> Numeric:
    gap, first, second, covariance = draw_gap(rng)
    answer = mahalanobis(gap, first, second, covariance)
    determinant = first * second - covariance**2
    matrix = f"\\begin{{pmatrix}} {first} & {covariance} \\\\ {covariance} & {second} \\end{{pmatrix}}"
    inverse = f"\\begin{{pmatrix}} {second} & {-covariance} \\\\ {-covariance} & {first} \\end{{pmatrix}}"
    return Numeric(
        f"The covariance is $\\Sigma = {matrix}$ and two points differ by $({gap[0]}, {gap[1]})$. What is their "
        f"Mahalanobis "
        "distance (with the root)? (Within 0.01 is right.)",
        answer,
        f"$\\Sigma^{{-1}} = \\frac{{1}}{{{determinant}}} {inverse}$. The quadratic form is ${answer**2:.4f}$, its root "
        f"${answer:.4f}$. The Euclidean distance is ${math.hypot(*gap):.4f}$.",
        0.01,
    )


def jaccard(a: list[int], b: list[int]) -> Fraction:
    return Fraction(len(set(a) & set(b)), len(set(a) | set(b)))


def draw_sets(rng: random.Random) -> tuple[list[int], list[int]]:
    """Two sets with at least one common item."""
    common, *rest = rng.sample(range(1, 10), 9)
    return sorted([common, *rest[: rng.randint(2, 5)]]), sorted([common, *rng.sample(rest, rng.randint(2, 5))])


def jaccard_similarity(rng: random.Random) -> Numeric:
    a, b = draw_sets(rng)
    answer = jaccard(a, b)
    shared = sorted(set(a) & set(b))
    return Numeric(
        f"One user watched the films numbered $\\{{{', '.join(map(str, a))}\\}}$, another "
        f"$\\{{{', '.join(map(str, b))}\\}}$. What is the Jaccard similarity of the two sets? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"Both watched $\\{{{', '.join(map(str, shared))}\\}}$, and ${len(set(a) | set(b))}$ films were watched by "
        f"at least one: "
        f"${len(shared)}/{len(set(a) | set(b))} = {float(answer):.4g}$.",
    )


CARDS = [distance, cosine_similarity, mahalanobis_distance, jaccard_similarity]
