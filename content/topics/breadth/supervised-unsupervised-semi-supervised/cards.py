"""Cards of learning with few labels: labels that spread, and pseudo-labels that are wrong."""

import random
from fractions import Fraction
from itertools import accumulate, pairwise

from sharpen.domain.card import Numeric


def draw_chain(rng: random.Random) -> list[int]:
    """Points on a line with different gaps; the first and the last are labeled, and the nearer of them would err."""
    while True:
        gaps = rng.sample(range(1, 10), rng.randint(5, 7))
        points = list(accumulate(gaps, initial=0))
        if sum(2 * point < points[-1] for point in points) != gaps.index(max(gaps)) + 1:
            return points


def labels_spread(rng: random.Random) -> Numeric:
    points = draw_chain(rng)
    gaps = [high - low for low, high in pairwise(points)]
    cut = gaps.index(max(gaps))
    return Numeric(
        f"Points on a line: {', '.join(map(str, points))}. The first is labeled A, the last B, the others "
        f"nothing. Again "
        "and again, the unlabeled point that is nearest to any labeled point takes that point's label. How many points "
        "are **A** in the end, the first included?",
        cut + 1,
        f"The gaps are {', '.join(map(str, gaps))}. Both labels cross the smaller gaps first, and the widest, "
        f"${max(gaps)}$ from {points[cut]} to {points[cut + 1]}, is never crossed. So the first ${cut + 1}$ are A.",
    )


def draw_pseudo(rng: random.Random) -> tuple[int, int, int]:
    """Labeled rows, pseudo-labeled rows, and the percentage of those that are right."""
    return 100 * rng.randint(1, 9), 200 * rng.randint(2, 20), rng.choice([80, 85, 90, 92, 95])


def wrong_labels(rng: random.Random) -> Numeric:
    known, guessed, right = draw_pseudo(rng)
    wrong = Fraction(guessed * (100 - right), 100)
    answer = wrong / (known + guessed)
    return Numeric(
        f"{known} rows have true labels. {guessed} more get pseudo-labels, of which {right}% are right. What "
        f"**share** of "
        "all these training labels is wrong? Give it within 0.0005.",
        answer,
        f"${guessed} \\cdot {(100 - right) / 100:g} = {float(wrong):g}$ are wrong, of ${known} + {guessed} = "
        f"{known + guessed}$: ${float(answer):.4f}$.",
        0.0005,
    )


CARDS = [labels_spread, wrong_labels]
