"""Cards of metrics under imbalance: another prevalence, total cost, undersampled probabilities."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def moved_precision(recall: Fraction, precision: Fraction, tested: Fraction, live: Fraction) -> Fraction:
    """Precision at the share `live`, for a model measured at the share `tested`."""
    fpr = tested * recall * (1 / precision - 1) / (1 - tested)
    return live * recall / (live * recall + (1 - live) * fpr)


def draw_shift(rng: random.Random) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Recall and precision on a balanced test set, its share of positives, the share in production."""
    recall, precision = Fraction(rng.choice([60, 70, 80, 90]), 100), Fraction(rng.choice([75, 80, 90, 95]), 100)
    return recall, precision, Fraction(1, 2), Fraction(rng.choice([1, 2, 4, 5, 10]), 100)


def precision_in_production(rng: random.Random) -> Numeric:
    recall, precision, tested, live = draw_shift(rng)
    answer = moved_precision(recall, precision, tested, live)
    fpr = recall * (1 / precision - 1)
    return Numeric(
        f"On a test set with as many positives as negatives a model has recall {float(recall):g} and precision "
        f"{float(precision):g}. In production {float(100 * live):g} % are positive; each class is scored as before, "
        "with the same threshold. What is the precision there? (A fraction, or a decimal to within 0.001.)",
        float(answer),
        f"With equal classes, $P = TPR/(TPR + FPR)$, so $FPR = TPR(1/P - 1) = {show_number(fpr)} = {float(fpr):.4f}$. "
        f"In production, $P = \\frac{{{float(live):g} \\cdot {float(recall):g}}}{{{float(live):g} \\cdot "
        f"{float(recall):g} + {float(1 - live):g} \\cdot {float(fpr):.4f}}} = {float(answer):.4f}$.",
        0.001,
    )


Operating = tuple[int, int]


def cheapest(points: list[Operating], positives: int, miss: int, alarm: int) -> int:
    return min((positives - found) * miss + false * alarm for found, false in points)


def draw_points(rng: random.Random) -> tuple[list[Operating], int, int, int]:
    """(TP, FP) at three falling thresholds, the positives, the costs of a miss and of a false alarm."""
    found = sorted(rng.sample(range(30, 96), 3))
    false = [10 * rng.randint(1, 6), 10 * rng.randint(10, 30), 100 * rng.randint(5, 15)]
    return list(zip(found, false, strict=True)), 100, 50 * rng.randint(2, 12), rng.choice([2, 5, 10, 20])


def lowest_cost(rng: random.Random) -> Numeric:
    points, positives, miss, alarm = draw_points(rng)
    answer = cheapest(points, positives, miss, alarm)
    rows = "\n".join(f"| {name} | {tp} | {fp} |" for name, (tp, fp) in zip("ABC", points, strict=True))
    works = "; ".join(
        f"{name}: ${positives - tp} \\cdot {miss} + {fp} \\cdot {alarm} = {(positives - tp) * miss + fp * alarm}$"
        for name, (tp, fp) in zip("ABC", points, strict=True)
    )
    return Numeric(
        f"10,000 cases, {positives} positive. Each missed positive costs {miss}, each false alarm {alarm}, nothing "
        f"else costs. At three thresholds:\n\n| threshold | true positives | false positives "
        f"|\n|---|---|---|\n{rows}\n\nWhat is the total cost at the cheapest of the three?",
        answer,
        f"Misses are ${positives} - TP$. {works}. The least is ${answer}$.",
    )


def restored(sampled: Fraction, kept: Fraction) -> Fraction:
    """The probability of a positive in all data, from that in data with a share `kept` of the negatives."""
    return kept * sampled / (kept * sampled + 1 - sampled)


def draw_sampled(rng: random.Random) -> tuple[Fraction, Fraction]:
    return Fraction(5 * rng.randint(6, 19), 100), Fraction(1, rng.choice([5, 10, 20, 50]))


def undersampled_probability(rng: random.Random) -> Numeric:
    sampled, kept = draw_sampled(rng)
    answer = restored(sampled, kept)
    odds = sampled / (1 - sampled)
    tolerance = 0.01 * float(answer)
    return Numeric(
        f"A model was trained on all positives and a random 1 in {kept.denominator} of the negatives, and is "
        f"calibrated for that mix. It says {float(sampled):g}. What is the probability of a positive in the full "
        "population? (A fraction, or a decimal to within 1 % of the value.)",
        float(answer),
        f"The odds were ${show_number(odds)}$ to 1. With all negatives they are {kept.denominator} times lower: "
        f"${show_number(odds * kept)}$. $p = o/(1 + o) = {show_number(answer)} = {float(answer):.4g}$.",
        tolerance,
    )


CARDS = [precision_in_production, lowest_cost, undersampled_probability]
