"""Cards of hierarchical clustering: merge heights on a line, cuts, Ward's increase."""

import random
from fractions import Fraction
from itertools import pairwise

from sharpen.domain.card import Numeric, show_number

LINKAGES = ("single", "complete", "average")


def cluster_distance(a: list[int], b: list[int], linkage: str) -> Fraction:
    """The distance between two clusters of points on a line."""
    distances = [abs(p - q) for p in a for q in b]
    if linkage == "single":
        return Fraction(min(distances))
    return Fraction(max(distances)) if linkage == "complete" else Fraction(sum(distances), len(distances))


def draw_last_merge(rng: random.Random) -> tuple[list[int], list[int], str]:
    """A left group and a right group; the gap between them is wider than either, so each merges within first."""
    start, first, rest = rng.randint(0, 4), rng.randint(1, 3), rng.randint(4, 6)
    left = [start, start + first, start + first + rest]
    right_start = left[-1] + first + rest + rng.randint(1, 5)
    return left, [right_start, right_start + rng.randint(1, 5)], rng.choice(LINKAGES)


def last_merge(rng: random.Random) -> Numeric:
    left, right, linkage = draw_last_merge(rng)
    answer = cluster_distance(left, right, linkage)
    pairs = ", ".join(str(abs(p - q)) for p in left for q in right)
    rule = {"single": "the smallest", "complete": "the largest", "average": "the mean"}[linkage]
    return Numeric(
        f"Agglomerative clustering with **{linkage} linkage** of these points on a line, with absolute differences as "
        f"distances: {', '.join(map(str, left + right))}. At what height is the **last** merge? (Exact; a fraction "
        "is welcome.)",
        answer,
        f"The gap between ${left[-1]}$ and ${right[0]}$ is wider than either side, so "
        f"$\\{{{', '.join(map(str, left))}\\}}$ and $\\{{{', '.join(map(str, right))}\\}}$ are each one cluster "
        f"before they merge. The distances between them are {pairs}. {linkage.capitalize()} linkage takes {rule}: "
        f"${show_number(answer)}$.",
    )


def clusters_at(points: list[int], cut: Fraction) -> int:
    """How many clusters single linkage leaves below a height, of sorted points on a line."""
    return 1 + sum(b - a > cut for a, b in pairwise(points))


def draw_cut(rng: random.Random) -> tuple[list[int], Fraction]:
    gaps = [1, 2, 3, 4, *rng.sample(range(1, 8), 3)]
    rng.shuffle(gaps)
    points = [rng.randint(0, 5)]
    for gap in gaps:
        points.append(points[-1] + gap)
    return points, Fraction(rng.choice([3, 5, 7]), 2)


def single_linkage_cut(rng: random.Random) -> Numeric:
    points, cut = draw_cut(rng)
    gaps = [b - a for a, b in pairwise(points)]
    wide = sum(gap > cut for gap in gaps)
    return Numeric(
        f"A **single-linkage** dendrogram of these points on a line, {', '.join(map(str, points))}, is cut at height "
        f"{float(cut):g}: merges above it are undone. How many clusters are there?",
        clusters_at(points, cut),
        "On a line, single linkage merges neighbors at the gap between them, so a cut keeps apart exactly what is "
        f"separated by a wider gap. The gaps are {', '.join(map(str, gaps))}; {wide} "
        f"{'is' if wide == 1 else 'are'} wider than ${float(cut):g}$, which leaves ${wide} + 1 = {wide + 1}$ clusters.",
    )


def ward_cost(sizes: tuple[int, int], means: tuple[tuple[int, int], tuple[int, int]]) -> Fraction:
    """How much merging two clusters raises the within-cluster sum of squares."""
    squared = sum((p - q) ** 2 for p, q in zip(*means, strict=True))
    return Fraction(sizes[0] * sizes[1] * squared, sum(sizes))


def draw_ward(rng: random.Random) -> tuple[tuple[int, int], tuple[tuple[int, int], tuple[int, int]]]:
    x, y = rng.randint(0, 5), rng.randint(0, 5)
    sizes = (rng.randint(1, 6), rng.randint(2, 12))
    return sizes, ((x, y), (x + rng.randint(2, 4), y + rng.randint(-3, 3)))


def ward_increase(rng: random.Random) -> Numeric:
    sizes, means = draw_ward(rng)
    answer = ward_cost(sizes, means)
    squared = sum((p - q) ** 2 for p, q in zip(*means, strict=True))
    return Numeric(
        f"One cluster has {sizes[0]} point{'s' * (sizes[0] > 1)} with mean ${means[0]}$, another {sizes[1]} points "
        f"with mean ${means[1]}$. By how much does merging them raise the total within-cluster sum of "
        "squared Euclidean distances to the mean? (Exact; a fraction is welcome.)",
        answer,
        f"The increase is $\\frac{{n_a n_b}}{{n_a + n_b}} \\lVert m_a - m_b \\rVert^2$. The squared "
        f"distance of the means is ${squared}$, so it is $\\frac{{{sizes[0]} \\cdot {sizes[1]}}}{{{sum(sizes)}}} "
        f"\\cdot {squared} = {show_number(answer)}$. Ward merges the pair for which this is smallest.",
    )


CARDS = [last_merge, single_linkage_cut, ward_increase]
