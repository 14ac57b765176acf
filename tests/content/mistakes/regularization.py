"""Mistakes in bias and variance, the lasso and ridge regression."""

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import floats

MISTAKES = (
    Mistake("bias-variance/expected-error", "no noise", lambda p, truth, _: float(np.mean((floats(p) - truth) ** 2))),
    Mistake(
        "bias-variance/bagged-variance",
        "as if independent",
        lambda variance, _, models: variance / models,
        lambda *drawn: drawn[1] == 0,
    ),
    Mistake("bias-variance/shrunken-mean", "no bias", lambda _, variance, n, factor: factor**2 * variance / n),
    Mistake(
        "l1-lasso/path-start",
        "the sign kept",
        lambda columns, targets: max(np.dot(column, targets) for column in columns),
        lambda columns, targets: max(products := [np.dot(c, targets) for c in columns]) == max(map(abs, products)),
    ),
    Mistake(
        "l1-lasso/soft-threshold",
        "not shrunken",
        lambda weights, penalty: sum(abs(w) for w in weights if abs(w) > penalty),
    ),
    Mistake(
        "l2-ridge/one-feature",
        "no penalty",
        lambda x, y, _: np.dot(x, y) / np.dot(x, x),
        lambda x, y, _: np.dot(x, y) == 0,
    ),
)
