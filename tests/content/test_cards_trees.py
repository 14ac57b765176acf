"""The numeric cards of trees, ensembles, foundations and linear algorithms, computed again in another way.

Each test draws the same numbers as the card, from the same seed, and gets the answer from SciPy,
scikit-learn, linear algebra or brute force.
"""

import re
import runpy
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import pairwise
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


# Growing a tree


def stump_gain(left: tuple[int, int], right: tuple[int, int], criterion: str) -> float:
    """What scikit-learn's tree says of a split that one binary feature makes."""
    from sklearn.tree import DecisionTreeClassifier

    counts = [*left, *right]
    sides = np.repeat([0, 0, 1, 1], counts)[:, None]
    labels = np.repeat([0, 1, 0, 1], counts)
    tree = DecisionTreeClassifier(criterion=criterion, max_depth=1).fit(sides, labels).tree_
    share = tree.weighted_n_node_samples / tree.weighted_n_node_samples[0]
    return float(tree.impurity[0] - share[1] * tree.impurity[1] - share[2] * tree.impurity[2])


@another_way("tree-training-and-stopping", "entropy_gain", "draw_split")
def mutual_information(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_gain(left, right, "entropy")


@another_way("tree-training-and-stopping", "gini_gain", "draw_split")
def gini_of_stump(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_gain(left, right, "gini")


@another_way("tree-training-and-stopping", "squares_removed", "draw_targets")
def squares_of_stump(left: list[int], right: list[int]) -> float:
    from sklearn.tree import DecisionTreeRegressor

    sides = np.repeat([0, 1], [len(left), len(right)])[:, None]
    targets = floats(left + right)
    predicted = DecisionTreeRegressor(max_depth=1).fit(sides, targets).predict(sides)
    return float(((targets - targets.mean()) ** 2).sum() - ((targets - predicted) ** 2).sum())


# Using and pruning a tree


@another_way("tree-inference-and-pruning", "price_of_a_leaf", "draw_branch")
def where_costs_meet(as_leaf: int, in_branch: int, leaves: int, rows: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda price: as_leaf / rows + price - in_branch / rows - price * leaves, 0, 1, xtol=1e-14))


@another_way("tree-inference-and-pruning", "best_subtree", "draw_sequence")
def by_cutting_weakest_links(trees: list[tuple[int, int]], price: int) -> float:
    """Cut as long as a cut costs less per leaf than the price."""
    for (more, fewer_wrong), (less, wrong) in pairwise(trees):
        if (wrong - fewer_wrong) / (more - less) > price:
            return more
    return trees[-1][0]


@another_way("tree-inference-and-pruning", "questions_asked", "draw_leaves")
def depth_of_each_row(*leaves: tuple[int, int]) -> float:
    depths, rows = floats(leaves).T
    assert sum(2.0**-depths) == pytest.approx(1)  # Kraft: the depths of a full binary tree
    return float(np.repeat(depths, rows.astype(int)).mean())


# Bagging and boosting


@another_way("bagging-vs-boosting", "variance_of_average", "draw_average")
def sum_of_covariances(variance: int, correlation: Fraction, models: int) -> float:
    covariance = variance * (float(correlation) * np.ones((models, models)) + float(1 - correlation) * np.eye(models))
    share = np.full(models, 1 / models)
    return float(share @ covariance @ share)


@another_way("bagging-vs-boosting", "majority_vote", "draw_vote")
def binomial_tail(voters: int, right: Fraction) -> float:
    from scipy.stats import binom

    return float(binom.sf(voters // 2, voters, float(right)))


@another_way("bagging-vs-boosting", "trees_needed", "draw_floor")
def count_up(correlation: int, variance: int, excess: int) -> float:
    rho, target = Fraction(correlation, 100), Fraction((correlation + excess) * variance, 100)
    return next(trees for trees in range(1, 1000) if variance * (rho + (1 - rho) / trees) <= target)


# Random forests


@another_way("random-forest", "left_out", "draw_bag")
def never_drawn(rows: int, draws: int) -> float:
    from scipy.stats import binom

    return float(binom.pmf(0, draws, 1 / rows))


@another_way("random-forest", "seen_at_least_once", "draw_features")
def hypergeometric_tail(features: int, drawn: int, splits: int) -> float:
    from scipy.stats import hypergeom

    return float(1 - hypergeom.pmf(0, features, 1, drawn) ** splits)


@another_way("random-forest", "out_of_bag_errors", "draw_votes")
def median_of_outside(*rows: tuple[int, list[tuple[bool, int]]]) -> float:
    return sum(np.median([vote for seen, vote in votes if not seen]) != truth for truth, votes in rows)


# AdaBoost


def minimal_exponential_loss(weights: Values, wrong: Values) -> tuple[float, NDArray[np.float64]]:
    """The say found by minimizing the loss numerically, and the losses there, which are the new weights."""
    from scipy.optimize import minimize_scalar

    signs = np.where(wrong, 1, -1)
    start = floats(weights)
    found = minimize_scalar(lambda alpha: (start * np.exp(alpha * signs)).sum(), tol=1e-12)
    losses = start * np.exp(found.x * signs)
    return float(found.x), losses / losses.sum()


@another_way("adaboost", "its_say", "draw_error")
def best_say(wrong: int, rows: int) -> float:
    return minimal_exponential_loss(np.full(rows, 1 / rows), np.arange(rows) < wrong)[0]


@another_way("adaboost", "heaviest_row", "draw_round")
def largest_loss(weights: list[int], wrong: list[bool]) -> float:
    return float(minimal_exponential_loss(floats(weights) / 20, wrong)[1].max())


@another_way("adaboost", "error_bound", "draw_rounds")
def product_of_sums(*errors: int) -> float:
    bound = 1.0
    for error in floats(errors) / 100:
        odds = np.sqrt((1 - error) / error)
        bound *= error * odds + (1 - error) / odds
    return bound


# Gradient boosting


@another_way("gradient-boosting", "one_round", "draw_targets")
def first_stage(left: list[int], right: list[int], rate: Fraction) -> float:
    from sklearn.ensemble import GradientBoostingRegressor

    sides = np.repeat([0, 1], [len(left), len(right)])[:, None]
    model = GradientBoostingRegressor(n_estimators=1, max_depth=1, learning_rate=float(rate))
    return float(model.fit(sides, floats(left + right)).predict([[1]])[0])


@another_way("gradient-boosting", "newton_leaf", "draw_leaf")
def first_logistic_leaf(positives: int, rows: int, inside: int, size: int) -> float:
    from sklearn.ensemble import GradientBoostingClassifier

    sides = (np.arange(rows) < size).astype(float)[:, None]
    labels = np.r_[np.arange(size) < inside, np.arange(rows - size) < positives - inside]
    model = GradientBoostingClassifier(n_estimators=1, max_depth=1, learning_rate=1.0).fit(sides, labels)
    return float(model.decision_function([[1.0]])[0] - np.log(positives / (rows - positives)))


@another_way("gradient-boosting", "rounds_needed", "draw_shrinkage")
def shrink_until(rate: int, left: int) -> float:
    rounds, residual = 0, Fraction(1)
    while residual > Fraction(left, 100):
        residual -= Fraction(rate, 100) * residual
        rounds += 1
    return rounds


# XGBoost


def smallest(objective: Callable[[float], float]) -> tuple[float, float]:
    """Where a convex objective is smallest, and how small."""
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(objective, tol=1e-12)
    return float(found.x), float(found.fun)


@another_way("xgboost", "leaf_weight", "draw_leaf")
def penalized_step(targets: list[int], now: int, penalty: int) -> float:
    errors = floats(targets) - now
    return smallest(lambda w: ((errors - w) ** 2).sum() / 2 + penalty * w**2 / 2)[0]


def objective_of(gradient: float, hessian: float, penalty: int) -> float:
    return smallest(lambda w: gradient * w + (hessian + penalty) * w**2 / 2)[1]


@another_way("xgboost", "split_gain", "draw_sides")
def drop_of_objective(left: tuple[int, int], right: tuple[int, int], penalty: int) -> float:
    def best(positives: int, negatives: int) -> float:
        labels = np.repeat([1, 0], [positives, negatives])
        return objective_of((0.5 - labels).sum(), 0.25 * len(labels), penalty)

    return best(left[0] + right[0], left[1] + right[1]) - best(*left) - best(*right)


@another_way("xgboost", "default_gain", "draw_missing")
def better_side(left: tuple[int, int], right: tuple[int, int], missing: tuple[int, int]) -> float:
    sums = floats([left, right, missing])
    whole = objective_of(*sums.sum(axis=0), 1)
    return max(
        whole - objective_of(*(sums[0] + sums[2]), 1) - objective_of(*sums[1], 1),
        whole - objective_of(*sums[0], 1) - objective_of(*(sums[1] + sums[2]), 1),
    )


# Comparison of algorithms


@another_way("comparison-of-algorithms", "neighbors_against_forest", "draw_serving")
def count_operations(thousands: int, trees: int, depth: int) -> float:
    return sum(20 for _ in range(thousands)) * 1000 / sum(depth for _ in range(trees))


@another_way("comparison-of-algorithms", "kernel_training", "draw_growth")
def scaled_time(seconds: int, power: int, factor: int) -> float:
    return seconds * float(np.exp(power * np.log(factor)))


@another_way("comparison-of-algorithms", "bayes_parameters", "draw_counts")
def parameters_of_fit(features: int, classes: int) -> float:
    from sklearn.naive_bayes import GaussianNB

    rows = np.random.default_rng(0).standard_normal((4 * classes, features))
    model = GaussianNB().fit(rows, np.arange(4 * classes) % classes)
    return model.theta_.size + model.var_.size + model.class_prior_.size - 1


# Few labels


@another_way("supervised-unsupervised-semi-supervised", "labels_spread", "draw_chain")
def spread_step_by_step(*points: int) -> float:
    labels = {points[0]: "A", points[-1]: "B"}
    while len(labels) < len(points):
        pairs = [(abs(new - old), new, old) for new in points if new not in labels for old in labels]
        _, new, old = min(pairs)
        labels[new] = labels[old]
    return list(labels.values()).count("A")


@another_way("supervised-unsupervised-semi-supervised", "wrong_labels", "draw_pseudo")
def mean_of_both(known: int, guessed: int, right: int) -> float:
    return float(np.average([0, 1 - right / 100], weights=[known, guessed]))


# Kinds of problem


@another_way("classification-regression-clustering", "threshold", "draw_costs")
def where_answers_cost_the_same(alarm: int, miss: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda p: (1 - p) * alarm - p * miss, 0, 1, xtol=1e-14))


@another_way("classification-regression-clustering", "mean_above_median", "draw_targets")
def difference_of_minimizers(*targets: int) -> float:
    candidates = np.arange(0, 70, 0.2)
    errors = np.abs(candidates[:, None] - floats(targets))
    return float(candidates[(errors**2).sum(axis=1).argmin()] - candidates[errors.sum(axis=1).argmin()])


@another_way("classification-regression-clustering", "purity", "draw_clusters")
def accuracy_of_cluster_votes(*clusters: list[int]) -> float:
    from sklearn.metrics import accuracy_score
    from sklearn.tree import DecisionTreeClassifier

    rows = np.repeat(np.arange(9), np.ravel(clusters))
    model = DecisionTreeClassifier().fit(rows[:, None] // 3, rows % 3)
    return float(accuracy_score(rows % 3, model.predict(rows[:, None] // 3)))


# Parametric and nonparametric


@another_way("parametric-vs-nonparametric", "edge_of_cube", "draw_share")
def root_of_volume(percent: int, dimension: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda edge: edge**dimension - percent / 100, 0, 1, xtol=1e-12))


@another_way("parametric-vs-nonparametric", "gaussian_parameters", "draw_gaussians")
def entries_of_triangles(dimension: int, classes: int) -> float:
    return classes * (dimension + len(np.triu_indices(dimension)[0]))


# Linear and nonlinear


@another_way("linear-vs-nonlinear", "polynomial_features", "draw_degree")
def columns(features: int, degree: int) -> float:
    from sklearn.preprocessing import PolynomialFeatures

    return float(PolynomialFeatures(degree).fit(np.zeros((1, features))).n_output_features_)


@another_way("linear-vs-nonlinear", "quadratic_kernel", "draw_pair")
def explicit_features(x: list[int], z: list[int]) -> float:
    def mapped(v: list[int]) -> NDArray[np.float64]:
        lifted = floats([1, *v])
        return np.outer(lifted, lifted).ravel()

    return float(mapped(x) @ mapped(z))


@another_way("linear-vs-nonlinear", "on_the_border", "draw_border")
def solved_for_second(first: int, second: int, intercept: int, x: int) -> float:
    from scipy.optimize import brentq
    from scipy.special import expit

    return float(brentq(lambda y: expit(first * x + second * y + intercept) - 0.5, -40, 40, xtol=1e-12))


# Least squares


@another_way("least-squares-and-residuals", "slope", "draw_points")
def polyfit_slope(x: list[int], y: list[int]) -> float:
    return float(np.polyfit(x, y, 1)[0])


@another_way("least-squares-and-residuals", "noise_variance", "draw_fit")
def residual_variance(x: list[int], y: list[int], a: int, b: int) -> float:
    fitted, squares, *_ = np.polyfit(x, y, 1, full=True)
    assert fitted == pytest.approx([b, a], abs=1e-9)
    return float(squares[0] / (len(x) - 2))


@another_way("least-squares-and-residuals", "leverage", "draw_far")
def corner_of_hat_matrix(*x: int) -> float:
    features = np.column_stack([np.ones(len(x)), x])
    return float((features @ np.linalg.pinv(features))[-1, -1])


# Logistic cost


@another_way("logistic-cost-and-sigmoid", "mean_log_loss", "draw_rows")
def loss_of_probabilities(scores: list[float], labels: list[int]) -> float:
    from scipy.special import expit
    from sklearn.metrics import log_loss

    return float(log_loss(labels, expit(scores)))


@another_way("logistic-cost-and-sigmoid", "one_step", "draw_step")
def numerical_step(x: list[int], y: list[int], rate: float) -> float:
    def cost(weight: float) -> float:
        return float(np.logaddexp(0, (1 - 2 * floats(y)) * weight * floats(x)).mean())

    return -rate * (cost(1e-5) - cost(-1e-5)) / 2e-5


@another_way("logistic-cost-and-sigmoid", "after_one_more", "draw_odds")
def through_the_score(percent: int, weight: int) -> float:
    from scipy.special import expit, logit

    return float(expit(logit(percent / 100) + weight / 10))


# Regression on several features


@another_way("multivariate-regression", "first_weight", "draw_sums")
def weight_of_fit(a: int, b: int, c: int, p: int, q: int) -> float:
    """Rows with these sums, from a Cholesky factor, fitted by scikit-learn."""
    from sklearn.linear_model import LinearRegression

    gram = floats([[a, c], [c, b]])
    features = np.linalg.cholesky(gram).T
    targets = np.linalg.solve(features.T, floats([p, q]))
    return float(LinearRegression(fit_intercept=False).fit(features, targets).coef_[0])


@another_way("multivariate-regression", "inflation", "draw_correlation")
def diagonal_of_inverse(hundredths: int) -> float:
    return float(np.linalg.inv([[1, hundredths / 100], [hundredths / 100, 1]])[0, 0])


# Linear discriminant analysis


@another_way("linear-discriminant-analysis", "border", "draw_classes")
def where_densities_meet(low: int, high: int, variance: int, share: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import norm

    def difference(x: float) -> float:
        first = np.log(share) + norm.logpdf(x, low, np.sqrt(variance))
        return float(first - np.log(10 - share) - norm.logpdf(x, high, np.sqrt(variance)))

    return float(brentq(difference, -60, 60, xtol=1e-12))


@another_way("linear-discriminant-analysis", "first_coordinate", "draw_plane")
def solved_direction(a: int, b: int, c: int, p: int, q: int) -> float:
    return float(np.linalg.solve([[a, c], [c, b]], [p, q])[0])


@pytest.mark.parametrize(("topic", "card", "draw", "compute"), CHECKED, ids=[f"{row[0]}-{row[1]}" for row in CHECKED])
def test_the_answer_of_another_way(topic: str, card: str, draw: str, compute: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(SEEDS):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        values = (drawn,) if isinstance(drawn, Fraction | int) else drawn
        assert compute(*values) == pytest.approx(float(made.answer), rel=1e-5, abs=1e-6), (seed, drawn, made)


def test_every_card_is_computed_in_another_way() -> None:
    topics = {row[0] for row in CHECKED}
    written = {(topic, card.__name__) for topic in topics for card in cards(topic)["CARDS"]}
    assert written == {row[:2] for row in CHECKED}


# What lessons work out by hand


def newton(gradient: float, hessian: float) -> float:
    return -objective_of(gradient, hessian, 1)


def logistic_cost(weight: float, intercept: float) -> float:
    x, y = floats([-1, 1, 2]), floats([0, 1, 1])
    return float(np.logaddexp(0, (1 - 2 * y) * (weight * x + intercept)).mean())


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("tree-training-and-stopping", "0.420", lambda: stump_gain((4, 0), (2, 4), "entropy")),
    ("tree-training-and-stopping", "0.213", lambda: stump_gain((4, 0), (2, 4), "gini")),
    ("tree-inference-and-pruning", "0.02", lambda: where_costs_meet(10, 4, 4, 100)),
    ("bagging-vs-boosting", "0.307", lambda: sum_of_covariances(1, Fraction(3, 10), 100)),
    ("bagging-vs-boosting", "0.837", lambda: binomial_tail(5, Fraction(7, 10))),
    ("random-forest", "0.349", lambda: never_drawn(10, 10)),
    ("adaboost", "0.424", lambda: best_say(3, 10)),
    ("adaboost", "0.917", lambda: product_of_sums(30)),
    ("adaboost", "0.1667", lambda: minimal_exponential_loss(np.ones(10), np.arange(10) < 3)[1][0]),
    ("adaboost", "0.0714", lambda: minimal_exponential_loss(np.ones(10), np.arange(10) < 3)[1][9]),
    ("gradient-boosting", "4.25", lambda: first_stage([1, 2], [6, 7], Fraction(1, 10))),
    ("xgboost", "0.847", lambda: newton(-1, 1) + newton(1.5, 0.75) - newton(0.5, 1.75)),
    ("xgboost", "1.695", lambda: 2 * (newton(-1, 1) + newton(1.5, 0.75) - newton(0.5, 1.75))),
    ("parametric-vs-nonparametric", "0.63", lambda: root_of_volume(1, 10)),
    ("parametric-vs-nonparametric", "65", lambda: entries_of_triangles(10, 1)),
    ("linear-vs-nonlinear", "36", lambda: explicit_features([1, 2], [3, 1])),
    ("linear-vs-nonlinear", "5151", lambda: columns(100, 2)),
    ("least-squares-and-residuals", "1.2", lambda: polyfit_slope([0, 1, 2, 3], [1, 2, 2, 5])),
    ("least-squares-and-residuals", "1.8", lambda: np.polyfit([0, 1, 2, 3], [1, 2, 2, 5], 1, full=True)[1][0]),
    ("logistic-cost-and-sigmoid", "0.667", lambda: numerical_step([-1, 1, 2], [0, 1, 1], 1.0)),
    ("logistic-cost-and-sigmoid", "0.345", lambda: logistic_cost(2 / 3, 1 / 6)),
    ("linear-discriminant-analysis", "5.386", lambda: where_densities_meet(2, 6, 4, 8)),
    ("classification-regression-clustering", "0.1", lambda: where_answers_cost_the_same(1, 9)),
    ("classification-regression-clustering", "4", lambda: float(np.mean([1, 2, 3, 10]))),
]


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (bundled() / "topics" / "breadth" / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown)
