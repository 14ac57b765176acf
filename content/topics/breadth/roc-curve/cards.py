"""Cards of the ROC curve: points at a threshold, Youden's J, the hull, the slope of equal cost."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def point(positives: list[int], negatives: list[int], threshold: int) -> tuple[Fraction, Fraction]:
    """FPR and TPR when a score of at least the threshold is flagged."""
    found = sum(score >= threshold for score in positives)
    false = sum(score >= threshold for score in negatives)
    return Fraction(false, len(negatives)), Fraction(found, len(positives))


def draw_scores(rng: random.Random) -> tuple[list[int], list[int]]:
    """Scores in hundredths of four or five positives and six or five negatives, all different.

    The highest is a positive and the lowest a negative, and in between some negative beats a positive.
    """
    scores = sorted(rng.sample(range(5, 98), 10), reverse=True)
    above, below = rng.randint(1, 3), rng.randint(4, 7)
    free = [place for place in range(1, 7) if place not in (above, below)]
    places = {0, below, *rng.sample(free, rng.choice([2, 3]))}
    return [scores[place] for place in sorted(places)], [scores[place] for place in range(10) if place not in places]


def draw_point(rng: random.Random) -> tuple[list[int], list[int], int, str]:
    """Scores, a threshold among them, and which rate is asked for.

    The threshold is a score of the class whose rate is asked for. The other rate, and the share of
    that class among the flagged, are other numbers.
    """
    while True:
        positives, negatives = draw_scores(rng)
        rate, group, other = rng.choice([("FPR", negatives, positives), ("TPR", positives, negatives)])
        threshold = sorted(positives + negatives)[rng.randint(3, 7)]
        flagged, others = (sum(score >= threshold for score in scores) for scores in (group, other))
        if threshold in group and flagged * len(other) != others * len(group) and flagged + others != len(group):
            return positives, negatives, threshold, rate


def shown(scores: list[int]) -> str:
    return "$" + ",\\; ".join(f"{score / 100:.2f}" for score in scores) + "$"


def rate_at_threshold(rng: random.Random) -> Numeric:
    positives, negatives, threshold, rate = draw_point(rng)
    answer = point(positives, negatives, threshold)[rate == "TPR"]
    group, whose = (positives, "positives") if rate == "TPR" else (negatives, "negatives")
    count = sum(score >= threshold for score in group)
    return Numeric(
        f"Scores of the positives: {shown(positives)}. Scores of the negatives: {shown(negatives)}. Predicted positive "
        f"is a score of at least ${threshold / 100:.2f}$. What is the **{rate}** at this point of the ROC curve? "
        "(A fraction, or a decimal to within 0.005.)",
        answer,
        f"{rate} is a share of the {whose}: ${count}$ of ${len(group)}$ have a score $\\ge {threshold / 100:.2f}$, so "
        f"{rate} $= {count}/{len(group)} = {float(answer):.4f}$.",
        0.005,
    )


def youden(positives: list[int], negatives: list[int]) -> tuple[Fraction, int]:
    """The largest TPR - FPR, and the highest threshold that reaches it."""
    values = []
    for threshold in positives + negatives:
        fpr, tpr = point(positives, negatives, threshold)
        values.append((tpr - fpr, threshold))
    return max(values)


def largest_youden(rng: random.Random) -> Numeric:
    positives, negatives = draw_scores(rng)
    answer, threshold = youden(positives, negatives)
    fpr, tpr = point(positives, negatives, threshold)
    return Numeric(
        f"Scores of the positives: {shown(positives)}. Scores of the negatives: {shown(negatives)}. Predicted positive "
        "is a score of at least $t$. What is the largest value of Youden's $J = TPR - FPR$ over all $t$? (A fraction, "
        "or a decimal to within 0.005.)",
        answer,
        "It is enough to try the scores of the positives: just below each, down to the next, one can only gain false "
        f"alarms. A best one is $t = {threshold / 100:.2f}$, with $TPR = {show_number(tpr)}$ and $FPR = "
        f"{show_number(fpr)}$: $J = {show_number(answer)} = {float(answer):.4f}$.",
        0.005,
    )


def slope(positive_percent: int, miss_cost: int, alarm_cost: int) -> Fraction:
    return Fraction(alarm_cost * (100 - positive_percent), miss_cost * positive_percent)


def draw_costs(rng: random.Random) -> tuple[int, int, int]:
    return rng.choice([1, 2, 4, 5, 10, 20]), rng.choice([20, 40, 50, 80, 100, 200]), rng.choice([1, 2, 4, 5, 10])


def equal_cost_slope(rng: random.Random) -> Numeric:
    percent, miss, alarm = draw_costs(rng)
    answer = slope(percent, miss, alarm)
    return Numeric(
        f"{percent}% of the cases are positive. A missed positive costs {miss}, a false alarm {alarm}, everything "
        "else nothing. What is the slope (TPR up, FPR to the right) of lines of equal expected cost in the ROC plane? "
        "(A fraction, or a decimal to within 1% of the value.)",
        float(answer),
        f"Cost $= {miss} \\cdot {percent / 100:g} \\cdot (1 - TPR) + {alarm} \\cdot {1 - percent / 100:g} \\cdot FPR$. "
        f"It stays equal when $dTPR/dFPR = \\frac{{{alarm} \\cdot {100 - percent}}}{{{miss} \\cdot {percent}}} = "
        f"{show_number(answer)} = {float(answer):.4g}$.",
        0.01 * float(answer),
    )


CARDS = [rate_at_threshold, largest_youden, equal_cost_slope]
