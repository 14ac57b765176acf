"""Cards of the three kinds of problem: a threshold from costs, best constants, and purity."""

import random
from fractions import Fraction
from statistics import median

from sharpen.domain.card import Numeric


def draw_costs(rng: random.Random) -> tuple[int, int]:
    """Of a false alarm and of a miss, which differ."""
    alarm = rng.randint(3, 20)
    return alarm, rng.choice([miss for miss in range(5, 61) if miss != alarm])


def threshold(rng: random.Random) -> Numeric:
    alarm, miss = draw_costs(rng)
    answer = Fraction(alarm, alarm + miss)
    return Numeric(
        f"A false alarm costs {alarm}, a miss {miss}, right answers nothing. Probabilities are calibrated. From which "
        "**probability** on is saying yes the cheaper answer? Give it within 0.001.",
        answer,
        f"Yes costs $(1 - p) \\cdot {alarm}$ on average, no costs $p \\cdot {miss}$. They are equal at $p = {alarm}/"
        f"({alarm} + {miss}) = {float(answer):.4f}$.",
        0.001,
    )


def draw_targets(rng: random.Random) -> list[int]:
    """Five targets with one far to the right, so that the mean is above the median."""
    return [*sorted(rng.sample(range(1, 12), 4)), rng.randint(40, 80)]


def mean_above_median(rng: random.Random) -> Numeric:
    targets = draw_targets(rng)
    mean, middle = Fraction(sum(targets), 5), int(median(targets))
    return Numeric(
        f"Targets: {', '.join(map(str, targets))}. One constant minimizes the sum of squared errors, another "
        f"the sum of "
        "absolute errors. By how much is the **first above the second**? Give it within 0.01.",
        mean - middle,
        f"Squared: the mean, ${sum(targets)}/5 = {float(mean):g}$. Absolute: the median, ${middle}$. The difference is "
        f"${float(mean - middle):g}$: the far target pulls only the mean.",
        0.01,
    )


def draw_clusters(rng: random.Random) -> list[list[int]]:
    """For each of three clusters, how many rows of each of three classes.

    The larger a cluster, the purer: the mean of the three purities is then well below that of all rows.
    """
    kinds = rng.sample([(rng.randint(20, 28), 0, 1), (rng.randint(10, 14), 1, 3), (rng.randint(6, 8), 3, 5)], 3)
    return [
        [most if row == column else rng.randint(low, high) for column in range(3)]
        for row, (most, low, high) in enumerate(kinds)
    ]


def purity(rng: random.Random) -> Numeric:
    clusters = draw_clusters(rng)
    total, most = sum(map(sum, clusters)), [max(cluster) for cluster in clusters]
    answer = Fraction(sum(most), total)
    table = "\n".join(f"| {n} | {' | '.join(map(str, cluster))} |" for n, cluster in enumerate(clusters, 1))
    return Numeric(
        f"Rows of each class in three clusters:\n\n| Cluster | A | B | C |\n| --- | --- | --- | --- "
        f"|\n{table}\n\nWhat is "
        "the **purity**, the share of rows in the most frequent class of their cluster? Give it within 0.005.",
        answer,
        f"Largest classes: ${' + '.join(map(str, most))} = {sum(most)}$ of {total} rows: ${float(answer):.4f}$.",
        0.005,
    )


CARDS = [threshold, mean_above_median, purity]
