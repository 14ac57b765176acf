"""Nearest neighbors, distances and similarities, outliers."""

import math

import numpy as np

from tests.content.recomputing import another_way, floats

# k-nearest neighbors


@another_way("k-nearest-neighbors", "regression", "draw_regression")
def regressor(xs: list[int], ys: list[int], query: int, k: int) -> float:
    from sklearn.neighbors import KNeighborsRegressor

    return float(KNeighborsRegressor(k).fit(floats(xs)[:, None], floats(ys)).predict([[query]])[0])


@another_way("k-nearest-neighbors", "leave_one_out", "draw_line")
def errors_left_out(xs: list[int], labels: list[int]) -> float:
    from sklearn.model_selection import LeaveOneOut, cross_val_score
    from sklearn.neighbors import KNeighborsClassifier

    scores = cross_val_score(KNeighborsClassifier(1), floats(xs)[:, None], labels, cv=LeaveOneOut())
    return float(len(xs) - scores.sum())


@another_way("k-nearest-neighbors", "subcube", "draw_cube")
def side_of_cube(percent: float, dimension: int) -> float:
    return math.exp(math.log(percent / 100) / dimension)


# Similarity metrics


@another_way("similarity-metrics", "distance", "draw_pair")
def by_cdist(a: list[int], b: list[int], name: str) -> float:
    from scipy.spatial.distance import cdist

    kind = {"Euclidean": "euclidean", "Manhattan": "cityblock"}.get(name, "chebyshev")
    return float(cdist([a], [b], kind)[0, 0])


@another_way("similarity-metrics", "cosine_similarity", "draw_vectors")
def similarity_of_library(a: list[int], b: list[int]) -> float:
    from sklearn.metrics.pairwise import cosine_similarity

    return float(cosine_similarity([a], [b])[0, 0])


@another_way("similarity-metrics", "mahalanobis_distance", "draw_gap")
def after_whitening(gap: tuple[int, int], first: int, second: int, covariance: int) -> float:
    root = np.linalg.cholesky(floats([[first, covariance], [covariance, second]]))
    return float(np.linalg.norm(np.linalg.solve(root, floats(gap))))


@another_way("similarity-metrics", "jaccard_similarity", "draw_sets")
def jaccard_of_library(a: list[int], b: list[int]) -> float:
    from sklearn.metrics import jaccard_score

    items = range(1, 10)
    return float(jaccard_score([i in a for i in items], [i in b for i in items]))


# Outliers


@another_way("outliers", "robust_score", "draw_values")
def by_scipy(values: list[int], far: int) -> float:
    from scipy.stats import median_abs_deviation

    return float((far - np.median(values)) / median_abs_deviation(values, scale=1 / 1.4826))


@another_way("outliers", "fence", "draw_eight")
def by_quantiles(*values: int) -> float:
    """Hazen's quantiles are medians of halves when the number of values is a multiple of four."""
    first, third = np.quantile(values, [0.25, 0.75], method="hazen")
    return float(2.5 * third - 1.5 * first)


@another_way("outliers", "huber_loss", "draw_residuals")
def huber_of_scipy(residuals: list[int], delta: int) -> float:
    from scipy.special import huber

    return float(huber(delta, residuals).sum())
