"""The points in the colors of their clusters, core points large, noise as gray crosses."""

from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, plots

COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bb7733"]
INK = "#7d7d7d"
MOST = 1_500

RNG = np.random.default_rng(6)
TURN = np.linspace(0, np.pi, 45)
MOONS = np.concatenate([[np.cos(TURN), np.sin(TURN)], [1 - np.cos(TURN), 0.4 - np.sin(TURN)]], axis=1).T
SHOW = Call(
    "dbscan",
    (np.concatenate([MOONS + RNG.normal(scale=0.07, size=MOONS.shape), RNG.uniform(-1.4, 2.4, (18, 2))]), 0.23, 5),
)


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A scatter plot for each answer: two features, or one spread along a line."""
    X, eps, min_points = diagrams.given(call, "X", "eps", "min_points")
    X = np.asarray(X, float)
    if X.shape[1] > 2 or len(X) > MOST:
        raise ValueError("only points of one or two features can be drawn, and not too many")
    points = np.column_stack([X, np.zeros(len(X))])[:, :2]
    core = np.array([(((X - x) ** 2).sum(axis=1) <= eps * eps).sum() >= min_points for x in X])
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set_title(title, color=INK, loc="left")
        plots.attempt(axis, answer, partial(clusters, axis, points, core, answer))
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
    axes[0].set_xlabel("Large: core points. Small: not core. Crosses: noise", color=INK, fontsize=8)


def clusters(axis: Axes, points: np.ndarray, core: np.ndarray, answer: Any) -> None:
    """Each cluster in its color, whatever its points are."""
    labels = plots.wholes(answer, len(points))
    noise = labels < 0
    axis.scatter(*points[noise].T, s=22, marker="x", color=INK, linewidths=1)
    colors = np.array([COLORS[label % len(COLORS)] for label in labels])
    for chosen, size in ((core & ~noise, 44), (~core & ~noise, 12)):
        axis.scatter(*points[chosen].T, s=size, c=list(colors[chosen]), linewidths=0, alpha=0.85)
