"""The points, and an ellipse for each component: yours beside the expected one."""

from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, plots

COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bb7733", "#888888"]
INK = "#7d7d7d"
TURN = np.linspace(0, 2 * np.pi, 200)
CIRCLE = 2 * np.array([np.cos(TURN), np.sin(TURN)])
MOST = 2_000

RNG = np.random.default_rng(8)
SLOPES = np.array([[[1.5, 0.0], [0.9, 0.4]], [[1.6, 0.0], [-1.1, 0.4]]])
POINTS = np.concatenate([RNG.normal(size=(60, 2)) @ slope + spot for slope, spot in zip(SLOPES, (0, 2), strict=True)])
SHOW = Call(
    "gaussian_mixture_em",
    (POINTS, np.array([0.5, 0.5]), np.array([[-2.0, 0.0], [3.0, 2.0]]), np.array([np.eye(2)] * 2), 30, 1e-3),
)


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A scatter plot with the ellipses of each answer: two features only."""
    (X,) = diagrams.given(call, "X")
    X = np.asarray(X, float)
    if X.shape[1] != 2 or len(X) > MOST:
        raise ValueError("only points of two features can be drawn, and not too many")
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set_title(title, color=INK, loc="left")
        axis.scatter(*X.T, s=16, color=INK, alpha=0.6, linewidths=0)
        plots.attempt(axis, answer, partial(ellipses, axis, answer))
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
    axes[0].set_xlabel("Ellipses: two standard deviations; the thicker, the larger the weight", color=INK, fontsize=8)


def ellipses(axis: Axes, answer: Any) -> None:
    """Each component's mean and the points two standard deviations from it."""
    weights = plots.numbers(answer[0], -1)
    k = len(weights)
    means, covariances = plots.numbers(answer[1], k, 2), plots.numbers(answer[2], k, 2, 2)
    for j, (weight, mean, covariance) in enumerate(zip(weights, means, covariances, strict=True)):
        outline = mean[:, None] + np.linalg.cholesky(covariance) @ CIRCLE
        axis.plot(*outline, color=COLORS[j % len(COLORS)], linewidth=0.8 + 3 * min(max(weight, 0), 1))
        axis.scatter(*mean, s=110, marker="X", color=COLORS[j % len(COLORS)], edgecolors="white", zorder=3)
