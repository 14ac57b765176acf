"""Cards of multiclass metrics: macro F1, macro recall, Cohen's kappa from a 3x3 matrix."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

Matrix = list[list[int]]


def draw_matrix(rng: random.Random) -> tuple[Matrix]:
    """Truth in rows: a large, a middle and a small class of round sizes, mostly right.

    Whatever is easily taken for one of the answers is at least 0.004 from it.
    """
    while True:
        matrix = any_matrix(rng)
        if all(abs(answer - other) >= Fraction(4, 1000) for answer, others in confusions(matrix) for other in others):
            return (matrix,)


def confusions(matrix: Matrix) -> list[tuple[Fraction, list[Fraction]]]:
    """Macro F1, macro recall and kappa, each with what a learner may compute in its place."""
    rows, total = [sum(row) for row in matrix], sum(map(sum, matrix))
    scores, accuracy = class_f1(matrix), Fraction(sum(matrix[c][c] for c in range(3)), total)
    precision = sum((Fraction(matrix[c][c], columns(matrix)[c]) for c in range(3)), Fraction(0)) / 3
    recall, mean = mean_recall(matrix), sum(scores, Fraction(0)) / 3
    of_means = 2 * precision * recall / (precision + recall)
    weighted = sum((score * row for score, row in zip(scores, rows, strict=True)), Fraction(0)) / total
    by_truth_alone = Fraction(sum(row * row for row in rows), total**2)
    return [
        (mean, [accuracy, of_means, weighted, precision, recall]),
        (recall, [accuracy, of_means, mean, precision]),
        (kappa(matrix), [accuracy, (accuracy - by_truth_alone) / (1 - by_truth_alone)]),
    ]


def any_matrix(rng: random.Random) -> Matrix:
    sizes = [rng.choice([80, 100]), rng.choice([40, 50]), rng.choice([10, 20])]
    off = [[0, rng.randint(5, 15), rng.randint(2, 8)], [rng.randint(2, 10), 0, rng.randint(1, 5)]]
    off.append([rng.randint(1, 3), rng.randint(1, 2), 0])
    return [
        [sizes[row] - sum(off[row]) if row == column else off[row][column] for column in range(3)] for row in range(3)
    ]


def columns(matrix: Matrix) -> list[int]:
    return [sum(row[place] for row in matrix) for place in range(3)]


def class_f1(matrix: Matrix) -> list[Fraction]:
    return [Fraction(2 * matrix[c][c], sum(matrix[c]) + columns(matrix)[c]) for c in range(3)]


def table(matrix: Matrix) -> str:
    rows = "\n".join(f"| **{name}** | {' | '.join(map(str, row))} |" for name, row in zip("ABC", matrix, strict=True))
    return f"| truth ↓, predicted → | A | B | C |\n|---|---|---|---|\n{rows}"


def macro_f1(rng: random.Random) -> Numeric:
    (matrix,) = draw_matrix(rng)
    scores = class_f1(matrix)
    answer = sum(scores, Fraction(0)) / 3
    down = columns(matrix)
    works = "; ".join(
        f"{name}: $\\frac{{2 \\cdot {matrix[c][c]}}}{{{sum(matrix[c])} + {down[c]}}} = {float(scores[c]):.4f}$"
        for c, name in enumerate("ABC")
    )
    return Numeric(
        f"A confusion matrix:\n\n{table(matrix)}\n\nWhat is macro $F_1$, the plain mean of the three classes' $F_1$? "
        "(To within 0.002.)",
        float(answer),
        f"$F_1(c) = 2TP_c / (\\text{{row sum}} + \\text{{column sum}})$. {works}. Mean: ${float(answer):.4f}$.",
        0.002,
    )


def mean_recall(matrix: Matrix) -> Fraction:
    return sum((Fraction(matrix[c][c], sum(matrix[c])) for c in range(3)), Fraction(0)) / 3


def macro_recall(rng: random.Random) -> Numeric:
    (matrix,) = draw_matrix(rng)
    answer = mean_recall(matrix)
    works = " + ".join(f"\\frac{{{matrix[c][c]}}}{{{sum(matrix[c])}}}" for c in range(3))
    return Numeric(
        f"A confusion matrix:\n\n{table(matrix)}\n\nWhat is the macro-averaged recall (the balanced accuracy)? "
        "(To within 0.002.)",
        float(answer),
        f"Recall divides by the row: $\\tfrac13 \\left( {works} \\right) = {float(answer):.4f}$.",
        0.002,
    )


def kappa(matrix: Matrix) -> Fraction:
    total = sum(map(sum, matrix))
    observed = Fraction(sum(matrix[c][c] for c in range(3)), total)
    chance = Fraction(sum(sum(matrix[c]) * columns(matrix)[c] for c in range(3)), total**2)
    return (observed - chance) / (1 - chance)


def cohen_kappa(rng: random.Random) -> Numeric:
    (matrix,) = draw_matrix(rng)
    answer = kappa(matrix)
    total, right = sum(map(sum, matrix)), sum(matrix[c][c] for c in range(3))
    products = " + ".join(f"{sum(matrix[c])} \\cdot {columns(matrix)[c]}" for c in range(3))
    chance = sum(sum(matrix[c]) * columns(matrix)[c] for c in range(3)) / total**2
    return Numeric(
        f"A confusion matrix:\n\n{table(matrix)}\n\nWhat is Cohen's (unweighted) $\\kappa$ between truth and "
        "prediction? (To within 0.002.)",
        float(answer),
        f"Agreement $p_o = {show_number(Fraction(right, total))} = {right / total:.4f}$. By chance, from the margins, "
        f"$p_e = \\frac{{{products}}}{{{total}^2}} = {chance:.4f}$. $\\kappa = (p_o - p_e)/(1 - p_e) = "
        f"{float(answer):.4f}$.",
        0.002,
    )


CARDS = [macro_f1, macro_recall, cohen_kappa]
