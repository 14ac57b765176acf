"""The points by cluster, with the centers: yours beside the expected ones."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, plots

COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bb7733", "#888888"]
INK = "#7d7d7d"

RNG = np.random.default_rng(4)
BLOBS = np.concatenate([RNG.normal(spot, 0.8, size=(40, 2)) for spot in ((0, 0), (4, 1), (1.5, 4))])
SHOW = Call("k_means", (BLOBS, BLOBS[[0, 1, 90]], 100))


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Two scatter plots of the first two features; one feature is spread along a line."""
    X = np.asarray(dict(zip(("X", "centers"), call.args, strict=False)).get("X", (call.kwargs or {}).get("X")), float)
    yours, right = figure.subplots(1, 2, sharex=True, sharey=True)
    clusters(right, X, expected)
    right.set_title("Expected", color=INK, loc="left")
    yours.set_title("Yours", color=INK, loc="left")
    plots.attempt(yours, got, lambda: clusters(yours, X, got))
    for axis in (yours, right):
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
        axis.grid(color=INK, alpha=0.2, linewidth=0.6)


def clusters(axis: Axes, X: np.ndarray, answer: Any) -> None:
    """The points in the colors of their clusters, and the centers."""
    labels, centers = answer
    labels, centers = plots.wholes(labels, len(X)), plots.numbers(centers, -1, X.shape[1])
    axis.scatter(*flat(X), c=[COLORS[label % len(COLORS)] for label in labels], s=26, alpha=0.75, linewidths=0)
    own = [COLORS[j % len(COLORS)] for j in range(len(centers))]
    axis.scatter(*flat(centers), c=own, s=130, marker="X", edgecolors="white", linewidths=1.4, zorder=3)


def flat(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two coordinates to draw each point at."""
    return points[:, 0], points[:, 1] if points.shape[1] > 1 else np.zeros(len(points))
