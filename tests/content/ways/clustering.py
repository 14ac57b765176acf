"""k-means, hierarchical clustering, DBSCAN, Gaussian mixtures."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from tests.content.recomputing import Values, another_way, floats

# k-means


@another_way("k-means", "one_step", "draw_step")
def lloyd(points: list[int], centers: tuple[int, int], which: int) -> float:
    gaps = np.abs(floats(points)[:, None] - floats(centers))
    assert (gaps[:, 0] != gaps[:, 1]).all(), "a point is halfway"
    return float(floats(points)[gaps.argmin(axis=1) == which].mean())


@another_way("k-means", "objective", "draw_groups")
def inertia(first: list[int], second: list[int]) -> float:
    """Of scikit-learn, which must find nothing to move."""
    from sklearn.cluster import KMeans

    start = [[np.mean(first)], [np.mean(second)]]
    model = KMeans(2, init=start, n_init=1).fit(floats(first + second)[:, None])
    assert model.labels_.tolist() == [0] * len(first) + [1] * len(second)
    assert model.cluster_centers_ == pytest.approx(floats(start))
    return float(model.inertia_)


@another_way("k-means", "second_center", "draw_seeding")
def seeding(points: list[int], center: int, wanted: int) -> float:
    squares = (floats(points) - center) ** 2
    return float((squares / squares.sum())[points.index(wanted)])


# Hierarchical clustering


@another_way("hierarchical-clustering", "last_merge", "draw_last_merge")
def last_height(left: list[int], right: list[int], rule: str) -> float:
    from scipy.cluster.hierarchy import linkage

    return float(linkage(floats(left + right)[:, None], rule)[-1, 2])


@another_way("hierarchical-clustering", "single_linkage_cut", "draw_cut")
def clusters_below(points: list[int], cut: Fraction) -> float:
    from scipy.cluster.hierarchy import fcluster, linkage

    return float(fcluster(linkage(floats(points)[:, None], "single"), float(cut), "distance").max())


@another_way("hierarchical-clustering", "ward_increase", "draw_ward")
def rise_of_squares(sizes: tuple[int, int], means: Values) -> float:
    """Points with these sizes and means, however they are spread."""
    rng = np.random.default_rng(0)
    groups = []
    for size, mean in zip(sizes, means, strict=True):
        points = rng.standard_normal((size, 2))
        groups.append(points - points.mean(axis=0) + floats(mean))
    within = [((group - group.mean(axis=0)) ** 2).sum() for group in (*groups, np.vstack(groups))]
    return float(within[2] - within[0] - within[1])


# DBSCAN


def dbscan(points: list[int], eps: int, min_pts: int) -> Any:
    from sklearn.cluster import DBSCAN

    return DBSCAN(eps=eps, min_samples=min_pts).fit(floats(points)[:, None])


@another_way("dbscan", "how_many_core", "draw_line")
def core(points: list[int], eps: int, min_pts: int) -> float:
    return float(len(dbscan(points, eps, min_pts).core_sample_indices_))


@another_way("dbscan", "how_many_noise", "draw_line")
def noise(points: list[int], eps: int, min_pts: int) -> float:
    return float((dbscan(points, eps, min_pts).labels_ == -1).sum())


@another_way("dbscan", "how_many_clusters", "draw_long_line")
def found(points: list[int], eps: int, min_pts: int) -> float:
    return float(dbscan(points, eps, min_pts).labels_.max() + 1)


# Gaussian mixtures


def mixture(means: Values, weights: list[float], sd: float) -> Any:
    from sklearn.mixture import GaussianMixture

    model = GaussianMixture(2, covariance_type="spherical", reg_covar=0)
    model.means_, model.weights_ = floats(means)[:, None], floats(weights)
    model.covariances_ = floats([sd**2] * 2)
    model.precisions_cholesky_ = floats([1 / sd] * 2)
    return model


@another_way("gaussian-mixture-models", "one_responsibility", "draw_responsibility")
def posterior(x: int, means: tuple[int, int], first: float, sd: int) -> float:
    return float(mixture(means, [first, 1 - first], sd).predict_proba([[x]])[0, 0])


@another_way("gaussian-mixture-models", "em_step", "draw_em")
def mean_after_round(points: list[int], means: tuple[int, int]) -> float:
    share = mixture(means, [0.5, 0.5], 1).predict_proba(floats(points)[:, None])
    return float(np.average(floats(points), weights=share[:, 0]))


@another_way("gaussian-mixture-models", "parameter_count", "draw_parameters")
def parameters_of_library(k: int, d: int, covariances: str) -> float:
    from sklearn.mixture import GaussianMixture

    kinds = {"full": "full", "diagonal": "diag", "one full": "tied", "covariances $": "spherical"}
    kind = next(kind for start, kind in kinds.items() if covariances.startswith(start))
    model = GaussianMixture(k, covariance_type=kind)
    model.means_ = np.zeros((k, d))
    return float(model._n_parameters())
