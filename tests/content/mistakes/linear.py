"""Mistakes in lines and their fits: least squares, R squared, features of polynomials, discriminants."""

import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import floats

MISTAKES = (
    Mistake(
        "least-squares-and-residuals/noise-variance",
        "divided by n",
        lambda x, y, a, b: float(np.mean((floats(y) - a - b * floats(x)) ** 2)),
    ),
    Mistake("multivariate-regression/inflation", "its root", lambda hundredths: (1 - (hundredths / 100) ** 2) ** -0.5),
    Mistake("r-squared/adjusting", "not adjusted", lambda r_squared, *_: r_squared),
    Mistake("r-squared/of-the-line", "the correlation", lambda xs, ys: float(np.corrcoef(xs, ys)[0, 1])),
    Mistake(
        "r-squared/by-hand",
        "the squared correlation",
        lambda ys, predicted: float(np.corrcoef(ys, predicted)[0, 1] ** 2),
    ),
    Mistake("linear-vs-nonlinear/polynomial-features", "no constant", lambda d, k: math.comb(d + k, k) - 1),
    Mistake(
        "linear-vs-nonlinear/quadratic-kernel",
        "no + 1",
        lambda x, z: np.dot(x, z) ** 2,
        lambda x, z: np.dot(x, z) ** 2 == (np.dot(x, z) + 1) ** 2,
    ),
    Mistake(
        "linear-discriminant-analysis/border",
        "halfway, whatever the shares",
        lambda low, high, *_: (low + high) / 2,
        lambda *drawn: drawn[3] == 5,
    ),
    Mistake(
        "linear-discriminant-analysis/border",
        "the deviation for the variance",
        lambda low, high, spread, share: (low + high) / 2 + spread**0.5 / (high - low) * math.log(share / (10 - share)),
    ),
)
