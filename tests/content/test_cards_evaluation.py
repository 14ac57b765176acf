"""The numeric cards of evaluation and of optimization, computed again in another way.

Each test draws the same numbers as the card, from the same seed, and gets the answer from
scikit-learn, SciPy, NumPy or brute force.
"""

import runpy
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from sharpen.domain.card import Numeric

SEEDS = 50
Values = Any


@cache
def cards(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(bundled() / "topics" / "breadth" / topic / "cards.py"))


CHECKED: list[tuple[str, str, str, Callable[..., float]]] = []
"""Topic, card, the function that draws its numbers, and the other way to the answer."""


def another_way(topic: str, card: str, draw: str) -> Callable[[Callable[..., float]], Callable[..., float]]:
    def register(compute: Callable[..., float]) -> Callable[..., float]:
        CHECKED.append((topic, card, draw, compute))
        return compute

    return register


def floats(values: Values) -> NDArray[np.float64]:
    return np.asarray(values, dtype=float)


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


# Gradient descent, momentum


@another_way("gradient-descent", "regression_step", "draw_line")
def step_by_differences(xs: list[int], ys: list[int], w: Fraction, b: Fraction, rate: Fraction) -> float:
    """The slope from central differences, which are exact for a quadratic."""

    def loss(weight: float) -> float:
        return float(((weight * floats(xs) + float(b) - floats(ys)) ** 2).mean())

    return float(w) - float(rate) * (loss(float(w) + 0.5) - loss(float(w) - 0.5))


@another_way("gradient-descent", "largest_stable_step", "draw_hessian")
def step_by_eigenvalues(a: int, b: int, c: int) -> float:
    values = np.linalg.eigvalsh([[a, b], [b, c]])
    assert values[0] > 0
    return float(2 / values[1])


@another_way("gradient-descent", "best_contraction", "draw_curvatures")
def searched_rate(low: int, high: int) -> float:
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(
        lambda rate: max(abs(1 - low * rate), abs(1 - high * rate)),
        bounds=(0, 2 / high),
        method="bounded",
        options={"xatol": 1e-12},
    )
    return float(found.fun)


@another_way("momentum", "second_step", "draw_descent")
def by_matrix(start: Fraction, curvature: int, rate: Fraction, beta: Fraction) -> float:
    """Heavy ball as a linear map of (v, w)."""
    h, r, m = float(curvature), float(rate), float(beta)
    return float((np.linalg.matrix_power(np.array([[m, h], [-r * m, 1 - r * h]]), 2) @ [0, float(start)])[1])


@another_way("momentum", "nesterov_step", "draw_moving")
def in_two_moves(w: Fraction, v: Fraction, curvature: int, rate: Fraction, beta: Fraction) -> float:
    """Move by the velocity first, then descend from there."""
    ahead = float(w) - float(rate) * float(beta) * float(v)
    return ahead * (1 - float(rate) * curvature)


@another_way("momentum", "terminal_step", "draw_slope")
def after_many_steps(gradient: int, rate: Fraction, beta: Fraction) -> float:
    velocity = 0.0
    for _ in range(3000):
        velocity = float(beta) * velocity + gradient
    return float(rate) * velocity


def slowest(rate: float, beta: float, curvatures: list[float]) -> float:
    """The largest factor of the error a step of heavy ball, in the long run."""
    return max(
        float(abs(np.linalg.eigvals(np.array([[1 + beta - rate * c, -beta], [1, 0]]))).max()) for c in curvatures
    )


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_momentum_is_stable_as_far_as_its_lesson_says(beta: float) -> None:
    limit = 2 * (1 + beta) / 25
    assert slowest(0.999 * limit, beta, [25.0]) < 1 < slowest(1.001 * limit, beta, [25.0])


def test_momentum_is_as_fast_as_its_lesson_says() -> None:
    best = (9 / 11) ** 2
    assert slowest(4 / 11**2, best, [1.0, 30.0, 100.0]) == pytest.approx(9 / 11, abs=1e-6)
    around = [(rate, beta) for rate in (0.03, 0.033, 0.036) for beta in (0.6, 0.67, 0.74)]
    assert all(slowest(rate, beta, [1.0, 100.0]) > 9 / 11 for rate, beta in around)


# Adam


@another_way("adam", "second_update", "draw_gradients")
def weighted_means(first: int, second: int) -> float:
    """The corrected moments as weighted means of the gradients."""
    mean = np.average([first, second], weights=[0.9, 1])
    return float(-mean / np.sqrt(np.average([first**2, second**2], weights=[0.99, 1])))


@another_way("adam", "corrected_second_moment", "draw_gradients")
def weighted_squares(first: int, second: int) -> float:
    return float(np.average([first**2, second**2], weights=[0.9, 1]))


# Cross-entropy


@another_way("cross-entropy", "loss_from_logits", "draw_logits")
def loss_by_scikit_learn(logits: list[int], true: int) -> float:
    from scipy.special import softmax
    from sklearn.metrics import log_loss

    return float(log_loss([true], [softmax(floats(logits))], labels=[0, 1, 2]))


@another_way("cross-entropy", "gradient_by_logit", "draw_asked")
def slope_of_loss(logits: list[int], true: int, asked: int) -> float:
    from scipy.special import logsumexp

    def loss(move: float) -> float:
        moved = floats(logits) + move * (np.arange(3) == asked)
        return float(logsumexp(moved) - moved[true])

    return (loss(1e-4) - loss(-1e-4)) / 2e-4


@another_way("cross-entropy", "kl_in_bits", "draw_distributions")
def divergence_by_scipy(target: list[int], guess: list[int]) -> float:
    from scipy.stats import entropy

    return float(entropy(0.5 ** floats(target), 0.5 ** floats(guess), base=2))


@pytest.mark.parametrize(("topic", "card", "draw", "compute"), CHECKED, ids=[f"{row[0]}-{row[1]}" for row in CHECKED])
def test_the_answer_of_another_way(topic: str, card: str, draw: str, compute: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(SEEDS):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        values = drawn if isinstance(drawn, tuple) else (drawn,)
        assert compute(*values) == pytest.approx(float(made.answer), rel=1e-6, abs=1e-7), (seed, drawn, made)


def test_every_card_is_computed_in_another_way() -> None:
    topics = {row[0] for row in CHECKED}
    written = {(topic, card.__name__) for topic in topics for card in cards(topic)["CARDS"]}
    assert written == {row[:2] for row in CHECKED}
