"""Mistakes in metrics of classes and of rankings, AUC, cross-validation and imbalance."""

import math
from fractions import Fraction

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import floats
from tests.content.ways.evaluation import examples_of, f_by_scikit_learn


def accuracy(matrix: list[list[int]]) -> float:
    return float(np.mean(np.equal(*examples_of(matrix))))


def share_won(positives: list[int], negatives: list[int], tie: int) -> float:
    gaps = floats(positives)[:, None] - floats(negatives)
    return float(np.mean((gaps > 0) + tie * (gaps == 0)))


def left_rectangles(points: list[tuple[Fraction, Fraction]]) -> float:
    x, y = floats(points).T
    return float(np.diff(x) @ y[:-1])


def f1_of_means(matrix: list[list[int]]) -> float:
    right, counts = np.diag(matrix), np.array(matrix)
    precision, recall = (right / counts.sum(axis=axis) for axis in (0, 1))
    return float(2 * precision.mean() * recall.mean() / (precision.mean() + recall.mean()))


MISTAKES = (
    Mistake(
        "confusion-matrix/one-metric",
        "precision for recall",
        lambda _, tp, fp, *__: tp / (tp + fp),
        lambda name, *_: name != "recall",
    ),
    Mistake(
        "confusion-matrix/one-metric",
        "recall for precision",
        lambda _, tp, __, fn, ___: tp / (tp + fn),
        lambda name, *_: name != "precision",
    ),
    Mistake(
        "confusion-matrix/one-metric",
        "specificity for NPV",
        lambda _, __, fp, ___, tn: tn / (tn + fp),
        lambda name, *_: name != "negative predictive value",
    ),
    Mistake(
        "precision-recall-f-score/f-score",
        "1/beta for beta",
        lambda tp, fp, fn, beta: f_by_scikit_learn(tp, fp, fn, 1 / beta),
        lambda *drawn: drawn[3] == 1,
    ),
    Mistake("precision-recall-f-score/precision-from-rates", "as if balanced", lambda _, tpr, fpr: tpr / (tpr + fpr)),
    Mistake(
        "roc-curve/rate-at-threshold",
        "above, not at least",
        lambda yes, no, limit, rate: float(np.mean(floats(yes if rate == "TPR" else no) > limit)),
    ),
    Mistake(
        "roc-curve/rate-at-threshold",
        "the other rate",
        lambda yes, no, limit, rate: float(np.mean(floats(no if rate == "TPR" else yes) >= limit)),
    ),
    Mistake("auc/auc-with-ties", "a tie counts 1", lambda p, n: share_won(p, n, tie=1)),
    Mistake("auc/auc-with-ties", "a tie counts 0", lambda p, n: share_won(p, n, tie=0)),
    Mistake("auc/auc-of-points", "rectangles", left_rectangles),
    Mistake("auc/auc-of-ranks", "the whole rank sum", lambda ranks, n: sum(ranks) / len(ranks) / (n - len(ranks))),
    Mistake("cross-validation/leave-one-out", "ddof 0", lambda values: float(np.var(values))),
    Mistake("cross-validation/leave-one-out", "ddof 1", lambda values: float(np.var(values, ddof=1))),
    Mistake(
        "cross-validation/correlated-folds",
        "as if independent",
        lambda folds, deviation, _: deviation**2 / folds,
        lambda *drawn: drawn[2] == 0,
    ),
    Mistake("cross-validation/nested-fits", "no refits", lambda *counts: math.prod(counts)),
    Mistake("choosing-metrics-under-imbalance/precision-in-production", "as tested", lambda *drawn: drawn[1]),
    Mistake("choosing-metrics-under-imbalance/undersampled-probability", "as sampled", lambda sampled, _: sampled),
    Mistake("multiclass-metrics/cohen-kappa", "accuracy", accuracy),
    Mistake("multiclass-metrics/macro-f1", "accuracy, which is micro F1", accuracy),
    Mistake("multiclass-metrics/macro-f1", "F1 of the means", f1_of_means),
    Mistake("multiclass-metrics/macro-recall", "accuracy, which is micro recall", accuracy),
    Mistake("algorithm-specific-metrics/perplexity", "e for 2", lambda halvings: math.exp(np.mean(halvings))),
)
