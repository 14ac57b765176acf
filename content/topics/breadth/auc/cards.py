"""Cards of AUC: counting pairs with ties, trapezoids below a curve, rank sums."""

import itertools
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def won(score: int, negatives: list[int]) -> Fraction:
    """What one positive wins against the negatives, a tie counting one half."""
    return sum((Fraction((score > other) + (score >= other), 2) for other in negatives), Fraction(0))


def area(positives: list[int], negatives: list[int]) -> Fraction:
    return sum((won(score, negatives) for score in positives), Fraction(0)) / (len(positives) * len(negatives))


def draw_scores(rng: random.Random) -> tuple[list[int], list[int]]:
    """Scores in tenths with one tie at least between a positive and a negative."""
    positives = sorted((rng.randint(3, 9) for _ in range(rng.choice([3, 4]))), reverse=True)
    negatives = sorted((rng.choice(positives), *(rng.randint(1, 7) for _ in range(3))), reverse=True)
    return positives, negatives


def shown(scores: list[int]) -> str:
    return "$" + ",\\; ".join(f"{score / 10:.1f}" for score in scores) + "$"


def auc_with_ties(rng: random.Random) -> Numeric:
    positives, negatives = draw_scores(rng)
    answer = area(positives, negatives)
    pairs = len(positives) * len(negatives)
    credits = [won(score, negatives) for score in positives]
    lines = "; ".join(
        f"${score / 10:.1f}$ wins ${show_number(float(credit))}$"
        for score, credit in zip(positives, credits, strict=True)
    )
    return Numeric(
        f"Scores of the positives: {shown(positives)}. Scores of the negatives: {shown(negatives)}. What is the AUC, a "
        "tie counting one half? (A fraction, or a decimal to within 0.005.)",
        float(answer),
        f"Compare each positive with all {len(negatives)} negatives: {lines}. Together "
        f"${show_number(float(sum(credits)))}$ of ${pairs}$ pairs: $AUC = {float(answer):.4f}$.",
        0.005,
    )


Point = tuple[Fraction, Fraction]


def trapezoids(points: list[Point]) -> Fraction:
    """The area below straight lines through (FPR, TPR) points in order."""
    return sum(((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in itertools.pairwise(points)), Fraction(0))


def draw_points(rng: random.Random) -> tuple[list[Point]]:
    """From (0, 0) over two points in tenths to (1, 1)."""
    first = rng.randint(1, 2), rng.randint(4, 6)
    second = first[0] + rng.randint(2, 4), first[1] + rng.randint(2, 3)
    return ([(Fraction(x, 10), Fraction(y, 10)) for x, y in ((0, 0), first, second, (10, 10))],)


def auc_of_points(rng: random.Random) -> Numeric:
    (points,) = draw_points(rng)
    answer = trapezoids(points)
    listed = ", ".join(f"$({float(x):g}, {float(y):g})$" for x, y in points)
    terms = " + ".join(
        f"{float(b[0] - a[0]):g} \\cdot \\tfrac{{{float(a[1]):g} + {float(b[1]):g}}}{{2}}"
        for a, b in itertools.pairwise(points)
    )
    return Numeric(
        f"A ROC curve goes in straight lines through the points (FPR, TPR) {listed}. What is the area under it? "
        "(To within 0.0005.)",
        float(answer),
        f"Width times mean height of each trapezoid: ${terms} = {float(answer):.4g}$.",
        0.0005,
    )


def from_rank_sum(rank_sum: int, positives: int, negatives: int) -> Fraction:
    return Fraction(rank_sum - positives * (positives + 1) // 2, positives * negatives)


def draw_ranks(rng: random.Random) -> tuple[list[int], int]:
    """Ranks of the positives among all (1 is the lowest score), and how many examples there are.

    The highest is a positive, and one positive lies low.
    """
    count, others = rng.randint(3, 5), rng.choice([5, 8, 10])
    total = count + others
    low = rng.randint(2, others - 1)
    return sorted([total, low, *rng.sample(range(others, total), count - 2)]), total


def auc_of_ranks(rng: random.Random) -> Numeric:
    ranks, total = draw_ranks(rng)
    count = len(ranks)
    answer = from_rank_sum(sum(ranks), count, total - count)
    least = count * (count + 1) // 2
    return Numeric(
        f"{total} examples have {total} different scores. Ranked from 1 (lowest score) to {total} (highest), the "
        f"positives have the ranks ${', '.join(map(str, ranks))}$, all others are negative. What is the AUC? "
        "(A fraction, or a decimal to within 0.005.)",
        float(answer),
        f"The rank sum is $R_+ = {sum(ranks)}$, the least possible ${count} \\cdot {count + 1} / 2 = {least}$. $AUC = "
        f"\\frac{{{sum(ranks)} - {least}}}{{{count} \\cdot {total - count}}} = {float(answer):.4f}$.",
        0.005,
    )


CARDS = [auc_with_ties, auc_of_points, auc_of_ranks]
