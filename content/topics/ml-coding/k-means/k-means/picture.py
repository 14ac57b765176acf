"""The points by cluster, with the centers: yours beside the expected ones."""

from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, plots

COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bb7733", "#888888"]
INK = "#7d7d7d"

RNG = np.random.default_rng(4)
BLOBS = np.concatenate([RNG.normal(spot, 0.8, size=(40, 2)) for spot in ((0, 0), (4, 1), (1.5, 4))])
SHOW = Call("k_means", (BLOBS, BLOBS[[0, 1, 90]], 100))


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A scatter plot for each answer, of the first two features; one feature is spread along a line."""
    X = np.asarray(dict(zip(("X", "centers"), call.args, strict=False)).get("X", (call.kwargs or {}).get("X")), float)
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set_title(title, color=INK, loc="left")
        plots.attempt(axis, answer, partial(clusters, axis, X, answer))
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
        axis.grid(color=INK, alpha=0.2, linewidth=0.6)


def clusters(axis: Axes, X: np.ndarray, answer: Any) -> None:
    """The points in the colors of their clusters, and the centers; one that is NaN is nowhere."""
    labels, centers = plots.wholes(answer[0], len(X)), np.asarray(answer[1], float)
    there = ~np.isnan(centers).any(axis=1)
    axis.scatter(*flat(X), c=[COLORS[label % len(COLORS)] for label in labels], s=26, alpha=0.75, linewidths=0)
    own = [COLORS[j % len(COLORS)] for j in np.flatnonzero(there)]
    spots = flat(plots.numbers(centers[there], -1, X.shape[1]))
    axis.scatter(*spots, c=own, s=130, marker="X", edgecolors="white", linewidths=1.4, zorder=3)


def flat(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two coordinates to draw each point at."""
    return points[:, 0], points[:, 1] if points.shape[1] > 1 else np.zeros(len(points))
