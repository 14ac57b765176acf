"""Cards of the confusion matrix: from its cells to every metric, and back."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

NAMES = ["precision", "recall", "specificity", "false positive rate", "negative predictive value", "accuracy"]
NAMES += ["F1 score", "balanced accuracy"]


def metric(name: str, tp: int, fp: int, fn: int, tn: int) -> tuple[Fraction, str]:
    """A metric of the four cells, and how it is worked out."""
    if name == "balanced accuracy":
        value = (Fraction(tp, tp + fn) + Fraction(tn, tn + fp)) / 2
        return value, f"\\tfrac12 \\left( \\frac{{{tp}}}{{{tp + fn}}} + \\frac{{{tn}}}{{{tn + fp}}} \\right)"
    above, below = {
        "precision": (tp, tp + fp),
        "recall": (tp, tp + fn),
        "specificity": (tn, tn + fp),
        "false positive rate": (fp, fp + tn),
        "negative predictive value": (tn, tn + fn),
        "accuracy": (tp + tn, tp + fp + fn + tn),
        "F1 score": (2 * tp, 2 * tp + fp + fn),
    }[name]
    return Fraction(above, below), f"\\frac{{{above}}}{{{below}}}"


FORMULAS = {
    "precision": "TP/(TP+FP)",
    "recall": "TP/(TP+FN)",
    "specificity": "TN/(TN+FP)",
    "false positive rate": "FP/(FP+TN)",
    "negative predictive value": "TN/(TN+FN)",
    "accuracy": "(TP+TN)/(TP+FP+FN+TN)",
    "F1 score": "2TP/(2TP+FP+FN)",
    "balanced accuracy": "\\tfrac12 \\left( \\frac{TP}{TP+FN} + \\frac{TN}{TN+FP} \\right)",
}


def draw_cells(rng: random.Random) -> tuple[int, int, int, int]:
    """TP, FP, FN, TN of a classifier that is better than chance; the margins are round.

    FP and FN differ: precision would equal recall otherwise, and NPV specificity.
    """
    positives, negatives = rng.choice([40, 50, 80, 100]), rng.choice([100, 200, 250, 400, 500])
    tp = positives * rng.randint(11, 19) // 20
    fn = positives - tp
    fp = rng.choice([fp for fp in (10 * tens - tp % 10 for tens in (1, 2, 3, 4)) if fp != fn])
    return tp, fp, fn, negatives - fp


def draw_metric(rng: random.Random) -> tuple[str, int, int, int, int]:
    return rng.choice(NAMES), *draw_cells(rng)


def table(tp: int, fp: int, fn: int, tn: int) -> str:
    return (
        "| | predicted positive | predicted negative |\n|---|---|---|\n"
        f"| **truly positive** | {tp} | {fn} |\n| **truly negative** | {fp} | {tn} |"
    )


def one_metric(rng: random.Random) -> Numeric:
    name, *cells = draw_metric(rng)
    answer, work = metric(name, *cells)
    return Numeric(
        f"A classifier's confusion matrix is\n\n{table(*cells)}\n\nWhat is its **{name}**? "
        "(A fraction, or a decimal to within 0.001.)",
        float(answer),
        f"$TP = {cells[0]}$, $FP = {cells[1]}$, $FN = {cells[2]}$, $TN = {cells[3]}$. The {name} is "
        f"${FORMULAS[name]} = {work} = {float(answer):.4f}$.",
        0.001,
    )


def mcc(tp: int, fp: int, fn: int, tn: int) -> float:
    return (tp * tn - fp * fn) / math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))


def matthews_correlation(rng: random.Random) -> Numeric:
    tp, fp, fn, tn = draw_cells(rng)
    answer = mcc(tp, fp, fn, tn)
    return Numeric(
        f"A classifier's confusion matrix is\n\n{table(tp, fp, fn, tn)}\n\nWhat is its Matthews correlation "
        "coefficient? (To within 0.005.)",
        answer,
        f"$TP \\cdot TN - FP \\cdot FN = {tp} \\cdot {tn} - {fp} \\cdot {fn} = {tp * tn - fp * fn}$. The four margins "
        f"are ${tp + fp}$, ${tp + fn}$, ${tn + fp}$, ${tn + fn}$, and the root of their product is "
        f"${math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)):.1f}$. The ratio is ${answer:.4f}$.",
        0.005,
    )


def draw_rates(rng: random.Random) -> tuple[int, Fraction, Fraction, int]:
    """All examples, recall, precision, positives: chosen so that every cell is whole."""
    tp = 12 * rng.randint(2, 15)
    shares = [Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]
    fp, fn = int(tp * rng.choice(shares)), int(tp * rng.choice(shares))
    return tp + fp + fn + 10 * rng.randint(20, 90), Fraction(tp, tp + fn), Fraction(tp, tp + fp), tp + fn


def negatives_passed(total: int, recall: Fraction, precision: Fraction, positives: int) -> int:
    """The true negatives that these figures leave."""
    found = recall * positives
    return int(total - positives - (found / precision - found))


def true_negatives_from_rates(rng: random.Random) -> Numeric:
    total, recall, precision, positives = draw_rates(rng)
    answer = negatives_passed(total, recall, precision, positives)
    tp = int(recall * positives)
    alarms = int(tp / precision)
    return Numeric(
        f"Of {total} examples {positives} are positive. A classifier has recall {show_number(recall)} and precision "
        f"{show_number(precision)} on them, exactly. How many true negatives are there?",
        answer,
        f"$TP = {show_number(recall)} \\cdot {positives} = {tp}$. Alarms: $TP / \\text{{precision}} = {alarms}$, so "
        f"$FP = {alarms} - {tp} = {alarms - tp}$. There are ${total} - {positives} = {total - positives}$ negatives, "
        f"and $TN = {total - positives} - {alarms - tp} = {answer}$.",
    )


CARDS = [one_metric, matthews_correlation, true_negatives_from_rates]
