"""Latent semantic analysis, PCA, ICA, t-SNE."""

import math
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tests.content.recomputing import Values, another_way, floats, generators

# Latent semantic analysis


def matrix_with(values: list[int]) -> NDArray[np.float64]:
    """A matrix of 7 by 5 with these singular values."""
    rng = np.random.default_rng(1)
    left, right = np.linalg.qr(rng.standard_normal((7, 5)))[0], np.linalg.qr(rng.standard_normal((5, 5)))[0]
    return np.asarray(left @ np.diag(floats(values)) @ right.T)


def truncated(matrix: NDArray[np.float64], k: int) -> NDArray[np.float64]:
    left, values, right = np.linalg.svd(matrix, full_matrices=False)
    return np.asarray((left[:, :k] * values[:k]) @ right[:k])


@another_way("latent-semantic-analysis", "energy", "draw_values")
def kept(values: list[int], k: int) -> float:
    matrix = matrix_with(values)
    return float((truncated(matrix, k) ** 2).sum() / (matrix**2).sum())


@another_way("latent-semantic-analysis", "truncation_error", "draw_values")
def lost(values: list[int], k: int) -> float:
    matrix = matrix_with(values)
    return float(((matrix - truncated(matrix, k)) ** 2).sum())


@another_way("latent-semantic-analysis", "storage", "draw_storage")
def sizes(terms: int, documents: int, k: int) -> float:
    return float(sum(math.prod(shape) for shape in ((terms, k), (k,), (documents, k))))


@another_way("latent-semantic-analysis", "fold_in", "draw_fold")
def folded(loadings: list[Fraction], sigma: int, counts: list[int]) -> float:
    return float(np.linalg.solve(np.diag([float(sigma), 1.0]), np.array([floats(loadings) @ floats(counts), 0]))[0])


# Principal component analysis


def spectrum(direction: tuple[int, int], large: int, small: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    a, b, c = generators()["pca/first-variance"].make.__globals__["covariance"](direction, large, small)
    values, vectors = np.linalg.eigh(floats([[a, b], [b, c]]))
    return values, vectors


@another_way("pca", "first_variance", "draw_covariance")
def largest_eigenvalue(*drawn: Values) -> float:
    return float(spectrum(*drawn)[0][1])


@another_way("pca", "first_slope", "draw_covariance")
def slope_of_eigenvector(*drawn: Values) -> float:
    vector = spectrum(*drawn)[1][:, 1]
    return float(vector[1] / vector[0])


@another_way("pca", "explained_share", "draw_covariance")
def ratio_of_library(*drawn: Values) -> float:
    from sklearn.decomposition import PCA

    values, vectors = spectrum(*drawn)
    cross = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]]) * np.sqrt(values)
    return float(PCA(2).fit(cross @ vectors.T).explained_variance_ratio_[0])


@another_way("pca", "how_many_components", "draw_spectrum")
def cumulative(values: list[int], percent: int) -> float:
    return float(np.searchsorted(np.cumsum(values) / np.sum(values), percent / 100) + 1)


# Independent component analysis


@another_way("ica", "source_kurtosis", "draw_sparse")
def kurtosis_of_population(p: Fraction, size: int) -> float:
    from scipy.stats import kurtosis

    peaks = p.numerator * 20 // p.denominator
    return float(kurtosis([size] * peaks + [-size] * peaks + [0] * (40 - 2 * peaks)))


@another_way("ica", "mixture_kurtosis", "draw_mixture")
def kurtosis_by_moments(weights: Values, excess: Values) -> float:
    """From the fourth moment of a sum: its odd terms vanish."""
    (a, b), (first, second) = weights, excess
    fourth = a**4 * (first + 3) + 6 * a**2 * b**2 + b**4 * (second + 3)
    return float(fourth / (a**2 + b**2) ** 2 - 3)


@another_way("ica", "unmixing", "draw_unmixing")
def solved(mixing: Values, seen: Values) -> float:
    return float(np.linalg.solve(floats(mixing).reshape(2, 2), floats(seen))[0])


# t-SNE


@another_way("t-sne", "near", "draw_neighbors")
def softmax(distances: list[int], sigma: float) -> float:
    from scipy.special import softmax

    return float(softmax(-(floats(distances) ** 2) / (2 * sigma**2))[0])


@another_way("t-sne", "perplexity", "draw_shares")
def from_entropy(shares: list[Fraction]) -> float:
    from scipy.stats import entropy

    return float(np.exp(entropy(floats(shares))))


@another_way("t-sne", "on_the_map", "draw_map")
def pairwise(points: list[int]) -> float:
    gaps = floats(points)[:, None] - floats(points)
    weights = 1 / (1 + gaps**2)
    np.fill_diagonal(weights, 0)
    return float(weights[0, 1] / weights.sum())
