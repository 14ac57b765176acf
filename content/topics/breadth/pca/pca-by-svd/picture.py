"""The examples with the components as arrows, two standard deviations long."""

from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, plots

COLORS = ["#4477aa", "#ee6677"]
INK = "#7d7d7d"
MOST = 2_000

RNG = np.random.default_rng(3)
SHOW = Call("pca", (RNG.normal(size=(80, 2)) @ np.array([[2.0, 1.1], [-0.4, 0.6]]) + np.array([6.0, 3.0]), 2))


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A scatter plot for each answer: two features only."""
    (X,) = diagrams.given(call, "X")
    X = np.asarray(X, float)
    if X.shape[1] != 2 or len(X) > MOST:
        raise ValueError("only examples of two features can be drawn, and not too many")
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set_title(title, color=INK, loc="left")
        axis.scatter(*X.T, s=16, color=INK, alpha=0.6, linewidths=0)
        plots.attempt(axis, answer, partial(arrows, axis, X.mean(axis=0), answer))
        axis.set_aspect("equal")
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
    axes[0].set_xlabel("Arrows: two standard deviations along each component", color=INK, fontsize=8)


def arrows(axis: Axes, mean: np.ndarray, answer: Any) -> None:
    """Each component from the mean, and the share of the variance at its tip."""
    k = len(answer[0])
    components, variances = plots.numbers(answer[0], k, 2), plots.numbers(answer[2], k)
    ratios = plots.numbers(answer[3], k)
    for color, direction, variance, ratio in zip(COLORS, components, variances, ratios, strict=False):
        tip = mean + 2 * np.sqrt(max(variance, 0)) * direction
        axis.annotate("", tip, mean, arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 2.2})
        axis.annotate(f"{ratio:.0%}", tip, color=color, xytext=(4, 4), textcoords="offset points")
