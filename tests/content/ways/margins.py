"""Perceptron, support vector machine and the hinge loss."""

import itertools
from fractions import Fraction

import numpy as np

from tests.content.recomputing import Values, another_way, floats

# Perceptron


@another_way("perceptron", "first_weight", "draw_visit")
def rosenblatt(w: tuple[int, int], b: int, example: tuple[int, int, int]) -> float:
    features, label = floats([*example[:2], 1]), example[2]
    weights = floats([*w, b])
    return float((weights + label * features * (label * (weights @ features) <= 0))[0])


@another_way("perceptron", "mistakes_in_a_pass", "draw_pass")
def in_the_dual(examples: list[tuple[int, int, int]]) -> float:
    """By inner products with earlier mistakes."""
    rows, labels = floats([[x1, x2, 1] for x1, x2, _ in examples]), floats([y for *_, y in examples])
    alphas = np.zeros(len(examples))
    for i, row in enumerate(rows):
        alphas[i] = labels[i] * ((alphas * labels) @ (rows @ row)) <= 0
    return float(alphas.sum())


@another_way("perceptron", "bound", "draw_bound")
def novikoff(radius: int, margin: Fraction) -> float:
    return float(next(k for k in itertools.count() if (k + 1) * margin * margin > radius * radius))


# Support vector machine


@another_way("svm", "objective", "draw_objective")
def hinge_of_rows(w: Values, b: Fraction, examples: list[tuple[int, int, int]], penalty: Fraction) -> float:
    rows = floats(examples)
    loss = np.maximum(0, 1 - rows[:, 2] * (rows[:, :2] @ floats(w) + float(b))).mean()
    return float(loss + float(penalty) / 2 * np.linalg.norm(floats(w)) ** 2)


@another_way("svm", "street", "draw_weights")
def between_the_lines(*w: int) -> float:
    """From a point with score -1 along w to the score +1."""
    direction = floats(w) / np.linalg.norm(w)
    ends = [direction * (score / (direction @ floats(w))) for score in (-1, 1)]
    return float(np.linalg.norm(ends[1] - ends[0]))


@another_way("svm", "pegasos_step", "draw_pegasos")
def subgradient_step(w: list[Fraction], x: list[int], y: int, penalty: Fraction, t: int) -> float:
    lam = float(penalty)
    slope = lam * floats(w) - y * floats(x) * (y * (floats(w) @ floats(x)) < 1)
    return float((floats(w) - slope / (lam * t))[0])


# Hinge loss


def hinge_of(labels: Values, scores: Values) -> float:
    """By scikit-learn, which wants both classes: each row is there a second time, mirrored."""
    from sklearn.metrics import hinge_loss

    y, f = floats(labels), floats(scores)
    return float(hinge_loss(np.append(y, -y), np.append(f, -f)))


@another_way("hinge-loss", "mean_hinge", "draw_scored")
def hinge_by_scikit_learn(rows: list[tuple[int, Fraction]], power: int) -> float:
    return float(np.mean([hinge_of([label], [score]) ** power for label, score in rows]))


@another_way("hinge-loss", "slope_by_weight", "draw_examples")
def slope_by_differences(weights: tuple[Fraction, Fraction], examples: list[tuple[int, int, int]]) -> float:
    """From central differences, which are exact while no row crosses its kink."""
    rows = floats(examples)

    def loss(move: float) -> float:
        return hinge_of(rows[:, 2], rows[:, :2] @ np.add(floats(weights), [move, 0]))

    return (loss(1 / 64) - loss(-1 / 64)) * 32


@another_way("hinge-loss", "multiclass_hinge", "draw_scores")
def charged_rivals(scores: list[int], true: int, form: str) -> float:
    """The worst rival by scikit-learn; all of them as one binary hinge loss each."""
    from sklearn.metrics import hinge_loss

    values = floats(scores) / 10
    if form == "Crammer and Singer":
        return float(hinge_loss([true], [values], labels=range(4)))
    return 3 * hinge_of([1] * 3, values[true] - np.delete(values, true))


@another_way("hinge-loss", "two_point_svm", "draw_pair")
def by_libsvm(positive: tuple[int, int], negative: tuple[int, int], new: tuple[int, int]) -> float:
    from sklearn.svm import SVC

    machine = SVC(kernel="linear", C=1e6, tol=1e-10).fit([positive, negative], [1, -1])
    return float(machine.decision_function([new])[0])
