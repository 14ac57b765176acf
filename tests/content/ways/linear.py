"""Lines, planes and their fits: least squares, R squared, features of polynomials, discriminants."""

from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.content.recomputing import another_way, floats

# Linear regression


@another_way("linear-regression", "slope_of_the_line", "draw_points")
def fitted_slope(xs: list[int], ys: list[int], _: int) -> float:
    return float(np.polyfit(xs, ys, 1)[0])


@another_way("linear-regression", "prediction", "draw_points")
def fitted_value(xs: list[int], ys: list[int], place: int) -> float:
    return float(np.polyval(np.polyfit(xs, ys, 1), place))


@another_way("linear-regression", "gradient_step", "draw_gradient")
def step_by_differences(xs: list[int], ys: list[int], weight: int, rate: Fraction) -> float:
    def loss(w: float) -> float:
        return float(np.mean((w * floats(xs) - floats(ys)) ** 2) / 2)

    return weight - float(rate) * (loss(weight + 0.5) - loss(weight - 0.5))


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
def corner_of_hat_matrix(x: list[int]) -> float:
    features = np.column_stack([np.ones(len(x)), x])
    return float((features @ np.linalg.pinv(features))[-1, -1])


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


# R squared


@another_way("r-squared", "by_hand", "draw_predictions")
def score_of_library(targets: list[int], predictions: list[int]) -> float:
    from sklearn.metrics import r2_score

    return float(r2_score(targets, predictions))


@another_way("r-squared", "adjusting", "draw_adjusted")
def ratio_of_variances(r_squared: Fraction, n: int, d: int) -> float:
    """Unbiased variance of the residuals over that of the targets, which have 1 here."""
    residual = (1 - float(r_squared)) * (n - 1) / (n - 1 - d)
    return 1 - residual


@another_way("r-squared", "of_the_line", "draw_line")
def score_of_line(xs: list[int], ys: list[int]) -> float:
    from sklearn.linear_model import LinearRegression

    rows = floats(xs)[:, None]
    return float(LinearRegression().fit(rows, ys).score(rows, ys))


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
def between_two_crossings(first: int, second: int, intercept: int) -> float:
    from scipy.optimize import brentq
    from scipy.special import expit

    def above(x: float) -> float:
        return float(expit(first * x + second * x * x + intercept) - 0.5)

    top = -first / (2 * second)
    return float(brentq(above, top, top + 40, xtol=1e-12) - brentq(above, top - 40, top, xtol=1e-12))


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
