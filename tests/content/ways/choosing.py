"""Choosing an algorithm: costs of algorithms, few labels, kinds of problem, parametric or not."""

import numpy as np

from tests.content.recomputing import another_way, floats

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
    return float(model.theta_.size + model.var_.size + model.class_prior_.size - 1)


# Few labels


@another_way("supervised-unsupervised-semi-supervised", "labels_spread", "draw_chain")
def spread_step_by_step(points: list[int]) -> float:
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
def difference_of_minimizers(targets: list[int]) -> float:
    candidates = np.arange(0, 70, 0.2)
    errors = np.abs(candidates[:, None] - floats(targets))
    return float(candidates[(errors**2).sum(axis=1).argmin()] - candidates[errors.sum(axis=1).argmin()])


@another_way("classification-regression-clustering", "purity", "draw_clusters")
def accuracy_of_cluster_votes(clusters: list[list[int]]) -> float:
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
