"""Each weight against the step."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

GRADS = np.random.default_rng(4).normal([0, 1, 3], 1.0, (60, 3)) * [10, 1, 0.01]
SHOW = checks.call("adamw", np.array([1.0, 0.5, 0.0]), GRADS, 0.02, 0.9, 0.99, 1e-8, 0.5)
MOST = 8
"""Curves that can be told apart."""


def draw(figure, call, expected, got):
    w, grads = (np.asarray(given, float) for given in call.args[:2])
    if len(w) > MOST:
        raise ValueError("too many weights to tell apart")
    sides = diagrams.sides(got, expected)
    for axis, (title, path) in zip(figure.subplots(1, len(sides), squeeze=False, sharey=True)[0], sides, strict=True):
        axis.set_title(title, loc="left")
        axis.set(xlabel="step", ylabel="weight")
        plots.attempt(axis, path, partial(paint, axis, path, w, len(grads)))


def paint(axis, path, w, n):
    rows = np.vstack([w, plots.numbers(path, n, len(w))])
    for j, weights in enumerate(rows.T):
        axis.plot(weights, marker="." if n < 20 else None, label=f"coordinate {j}")
    axis.legend()
