"""Metrics of classes and of rankings, ROC and AUC, cross-validation, imbalance."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

from tests.content.recomputing import Values, another_way, floats

# Confusion matrix, precision and recall


def labels_of(tp: int, fp: int, fn: int, tn: int) -> tuple[list[int], list[int]]:
    """True and predicted labels with these counts."""
    return [1] * tp + [0] * fp + [1] * fn + [0] * tn, [1] * (tp + fp) + [0] * (fn + tn)


@another_way("confusion-matrix", "one_metric", "draw_metric")
def by_scikit_learn(name: str, *cells: int) -> float:
    from sklearn import metrics

    truth, guess = labels_of(*cells)
    flipped = [[1 - label for label in labels] for labels in (truth, guess)]
    scores: dict[str, Callable[[], float]] = {
        "precision": lambda: metrics.precision_score(truth, guess),
        "recall": lambda: metrics.recall_score(truth, guess),
        "specificity": lambda: metrics.recall_score(*flipped),
        "false positive rate": lambda: 1 - metrics.recall_score(*flipped),
        "negative predictive value": lambda: metrics.precision_score(*flipped),
        "accuracy": lambda: metrics.accuracy_score(truth, guess),
        "F1 score": lambda: metrics.f1_score(truth, guess),
        "balanced accuracy": lambda: metrics.balanced_accuracy_score(truth, guess),
    }
    return float(scores[name]())


@another_way("confusion-matrix", "matthews_correlation", "draw_cells")
def correlation(*cells: int) -> float:
    return float(np.corrcoef(*labels_of(*cells))[0, 1])


@another_way("confusion-matrix", "true_negatives_from_rates", "draw_rates")
def fourth_cell(total: int, recall: Fraction, precision: Fraction, positives: int) -> float:
    """Four linear equations in TP, FP, FN, TN."""
    r, p = float(recall), float(precision)
    rows = [[1, 1, 1, 1], [1, 0, 1, 0], [1 - r, 0, -r, 0], [1 - p, -p, 0, 0]]
    return float(np.linalg.solve(floats(rows), [total, positives, 0, 0])[3])


@another_way("precision-recall-f-score", "f_score", "draw_flags")
def f_by_scikit_learn(tp: int, fp: int, fn: int, beta: Fraction) -> float:
    from sklearn.metrics import fbeta_score

    return float(fbeta_score(*labels_of(tp, fp, fn, 7), beta=float(beta)))


@another_way("precision-recall-f-score", "precision_from_rates", "draw_rates")
def precision_of_ten_thousand(positive: int, tpr: int, fpr: int) -> float:
    from sklearn.metrics import precision_score

    found, false = positive * tpr, (100 - positive) * fpr
    return float(precision_score(*labels_of(found, false, 100 * positive - found, 100 * (100 - positive) - false)))


@another_way("precision-recall-f-score", "average_precision", "draw_ranking")
def average_by_scikit_learn(labels: list[int]) -> float:
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(labels, range(len(labels), 0, -1)))


# ROC curve and AUC


def curve(positives: list[int], negatives: list[int]) -> Any:
    from sklearn.metrics import roc_curve

    labels = [1] * len(positives) + [0] * len(negatives)
    return roc_curve(labels, positives + negatives, drop_intermediate=False)


@another_way("roc-curve", "rate_at_threshold", "draw_point")
def rate_of_curve(positives: list[int], negatives: list[int], threshold: int, rate: str) -> float:
    fpr, tpr, thresholds = curve(positives, negatives)
    place = list(thresholds).index(threshold)
    return float((tpr if rate == "TPR" else fpr)[place])


@another_way("roc-curve", "largest_youden", "draw_scores")
def largest_gap(positives: list[int], negatives: list[int]) -> float:
    from scipy.stats import ks_2samp

    return float(ks_2samp(positives, negatives, alternative="less").statistic)


@another_way("roc-curve", "equal_cost_slope", "draw_costs")
def slope_of_costs(percent: int, miss: int, alarm: int) -> float:
    """How much TPR must rise to pay for a little more FPR, from costs of 100 cases."""

    def cost(fpr: float, tpr: float) -> float:
        return miss * percent * (1 - tpr) + alarm * (100 - percent) * fpr

    return (cost(0.6, 0.5) - cost(0.5, 0.5)) / (cost(0.5, 0.5) - cost(0.5, 0.6))


def auc_score(positives: Values, negatives: Values) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score([1] * len(positives) + [0] * len(negatives), [*positives, *negatives]))


@another_way("auc", "auc_with_ties", "draw_scores")
def auc_of_scores(positives: list[int], negatives: list[int]) -> float:
    return auc_score(positives, negatives)


@another_way("auc", "auc_of_points", "draw_points")
def auc_of_curve(points: list[tuple[Fraction, Fraction]]) -> float:
    from sklearn.metrics import auc

    return float(auc(*floats(points).T))


@another_way("auc", "auc_of_ranks", "draw_ranks")
def auc_of_places(ranks: list[int], total: int) -> float:
    return auc_score(ranks, [rank for rank in range(1, total + 1) if rank not in ranks])


# Cross-validation, metrics under imbalance


@another_way("cross-validation", "nested_fits", "draw_nested")
def counted_fits(outer: int, inner: int, first: int, second: int) -> float:
    from sklearn.model_selection import KFold, ParameterGrid

    rows, count = np.zeros((60, 1)), 0
    for train, _ in KFold(outer).split(rows):
        for _setting in ParameterGrid({"rate": range(first), "depth": range(second)}):
            count += sum(1 for _ in KFold(inner).split(rows[train]))
        count += 1
    return float(count)


@another_way("cross-validation", "leave_one_out", "draw_values")
def cross_validated(values: list[int]) -> float:
    from sklearn.dummy import DummyRegressor
    from sklearn.model_selection import LeaveOneOut, cross_val_score

    losses = cross_val_score(
        DummyRegressor(), np.zeros((len(values), 1)), values, cv=LeaveOneOut(), scoring="neg_mean_squared_error"
    )
    return -float(losses.mean())


@another_way("cross-validation", "correlated_folds", "draw_correlated")
def mean_of_covariance(folds: int, deviation: int, correlation: Fraction) -> float:
    matrix = np.full((folds, folds), float(correlation) * deviation**2)
    np.fill_diagonal(matrix, deviation**2)
    return float(matrix.mean())


@another_way("choosing-metrics-under-imbalance", "precision_in_production", "draw_shift")
def by_weights(recall: Fraction, precision: Fraction, tested: Fraction, live: Fraction) -> float:
    """Count a balanced sample, then weigh its classes."""
    from sklearn.metrics import precision_score

    positives = 100 * precision.numerator
    tp = int(recall * positives)
    fp = int(tp / precision) - tp
    truth, guess = labels_of(tp, fp, positives - tp, positives - fp)
    weights = [float(live / tested if label else (1 - live) / (1 - tested)) for label in truth]
    return float(precision_score(truth, guess, sample_weight=weights))


@another_way("choosing-metrics-under-imbalance", "lowest_cost", "draw_points")
def cost_of_best(points: list[tuple[int, int]], positives: int, miss: int, alarm: int) -> float:
    return float((np.subtract([positives, 0], points) @ [miss, -alarm]).min())


@another_way("choosing-metrics-under-imbalance", "undersampled_probability", "draw_sampled")
def by_counting(sampled: Fraction, kept: Fraction) -> float:
    """A group with this share in the sample, its negatives put back."""
    positives, negatives = sampled.numerator, sampled.denominator - sampled.numerator
    return positives / (positives + negatives * kept.denominator)


# Metrics of many classes, and of algorithms


def examples_of(matrix: list[list[int]]) -> tuple[list[int], list[int]]:
    cells = [(row, column) for row in range(3) for column in range(3) for _ in range(matrix[row][column])]
    return [row for row, _ in cells], [column for _, column in cells]


@another_way("multiclass-metrics", "macro_f1", "draw_matrix")
def macro_by_scikit_learn(matrix: list[list[int]]) -> float:
    from sklearn.metrics import f1_score

    return float(f1_score(*examples_of(matrix), average="macro"))


@another_way("multiclass-metrics", "macro_recall", "draw_matrix")
def balanced_by_scikit_learn(matrix: list[list[int]]) -> float:
    from sklearn.metrics import balanced_accuracy_score

    return float(balanced_accuracy_score(*examples_of(matrix)))


@another_way("multiclass-metrics", "cohen_kappa", "draw_matrix")
def kappa_by_scikit_learn(matrix: list[list[int]]) -> float:
    from sklearn.metrics import cohen_kappa_score

    return float(cohen_kappa_score(*examples_of(matrix)))


@another_way("algorithm-specific-metrics", "one_silhouette", "draw_clusters")
def silhouette_by_scikit_learn(point: int, own: list[int], other: list[int]) -> float:
    from sklearn.metrics import silhouette_samples

    values = floats([point, *own, *other])[:, None]
    return float(silhouette_samples(values, [0] * (1 + len(own)) + [1] * len(other))[0])


@another_way("algorithm-specific-metrics", "ndcg", "draw_relevances")
def ndcg_by_scikit_learn(relevances: list[int]) -> float:
    from sklearn.metrics import ndcg_score

    return float(ndcg_score([2 ** floats(relevances) - 1], [[4, 3, 2, 1]]))


@another_way("algorithm-specific-metrics", "perplexity", "draw_tokens")
def inverse_geometric_mean(halvings: list[int]) -> float:
    from scipy.stats import gmean

    return float(1 / gmean(0.5 ** floats(halvings)))
