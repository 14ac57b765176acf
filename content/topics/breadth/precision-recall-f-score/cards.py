"""Cards of precision, recall and F: from counts, from rates, and average precision of a ranking."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

BETAS = [Fraction(1, 2), Fraction(1), Fraction(2)]


def f_beta(tp: int, fp: int, fn: int, beta: Fraction) -> Fraction:
    weight = beta * beta
    return (1 + weight) * tp / ((1 + weight) * tp + weight * fn + fp)


def draw_flags(rng: random.Random) -> tuple[int, int, int, Fraction]:
    """TP, FP, FN and beta: round margins, and precision and recall well apart, so that beta matters."""
    tp = rng.randint(10, 60)
    few = 10 - tp % 10
    many = few + 10 * rng.randint(2, 7)
    fp, fn = (few, many) if rng.random() < 0.5 else (many, few)
    return tp, fp, fn, rng.choice(BETAS)


def f_score(rng: random.Random) -> Numeric:
    tp, fp, fn, beta = draw_flags(rng)
    answer, weight = f_beta(tp, fp, fn, beta), beta * beta
    name = f"F_{{{show_number(float(beta))}}}"
    return Numeric(
        f"There are {tp + fn} positives. A model flags {tp + fp} examples, and {tp} of these are positive. What is "
        f"${name}$? (A fraction, or a decimal to within 0.005.)",
        float(answer),
        f"Precision $P = {tp}/{tp + fp} = {tp / (tp + fp):.4f}$, recall $R = {tp}/{tp + fn} = {tp / (tp + fn):.4f}$, "
        f"$\\beta^2 = {show_number(float(weight))}$. ${name} = (1 + \\beta^2) P R / (\\beta^2 P + R) = "
        f"{float(answer):.4f}$.",
        0.005,
    )


def precision_of(positive: int, tpr: int, fpr: int) -> Fraction:
    """Precision from percentages: the share of positives, TPR and FPR."""
    true, false = positive * tpr, (100 - positive) * fpr
    return Fraction(true, true + false)


def draw_rates(rng: random.Random) -> tuple[int, int, int]:
    return rng.choice([1, 2, 3, 4, 5, 10, 20]), rng.choice([60, 70, 75, 80, 90, 95]), rng.randint(2, 12)


def precision_from_rates(rng: random.Random) -> Numeric:
    positive, tpr, fpr = draw_rates(rng)
    answer = precision_of(positive, tpr, fpr)
    true, false = positive * tpr, (100 - positive) * fpr
    return Numeric(
        f"{positive}% of all cases are positive. A classifier has a true positive rate of {tpr}% and a false "
        f"positive rate of {fpr}%. What is its precision? (A fraction, or a decimal to within 0.002.)",
        float(answer),
        f"Of 10,000 cases, ${100 * positive}$ are positive: ${true}$ true alarms. Of the ${100 * (100 - positive)}$ "
        f"others, ${false}$ are false alarms. Precision $= \\frac{{{true}}}{{{true} + {false}}} = "
        f"{float(answer):.4f}$.",
        0.002,
    )


def average_of(labels: list[int]) -> Fraction:
    """The mean, over the positives, of the precision down to each of them."""
    places = [place for place, label in enumerate(labels, 1) if label]
    return sum((Fraction(rank, place) for rank, place in enumerate(places, 1)), Fraction(0)) / len(places)


def draw_ranking(rng: random.Random) -> tuple[list[int]]:
    """Labels from the highest score to the lowest, not all positives on top."""
    count, places = rng.choice([3, 4]), list(range(8))
    chosen: list[int] = []
    while chosen in ([], list(range(count))):
        chosen = sorted(rng.sample(places, count))
    return ([int(place in chosen) for place in places],)


def average_precision(rng: random.Random) -> Numeric:
    (labels,) = draw_ranking(rng)
    answer = average_of(labels)
    places = [place for place, label in enumerate(labels, 1) if label]
    terms = " + ".join(f"\\frac{{{rank}}}{{{place}}}" for rank, place in enumerate(places, 1))
    return Numeric(
        f"From the highest score to the lowest (no ties) the true labels are ${', '.join(map(str, labels))}$. What is "
        "the average precision, $\\sum_k (R_k - R_{k-1}) P_k$ over the ranks $k$? (A fraction, or a decimal to within "
        "0.005.)",
        float(answer),
        f"Recall rises by $1/{len(places)}$ at each positive, and only there. The precisions at these ranks add up to "
        f"${terms}$; divided by ${len(places)}$ that is ${show_number(answer)} = {float(answer):.4f}$.",
        0.005,
    )


CARDS = [f_score, precision_from_rates, average_precision]
