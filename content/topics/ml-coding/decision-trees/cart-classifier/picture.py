"""The regions of a classification tree under its training rows: yours beside the expected ones."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sharpen.checks import Call, diagrams

COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bb7733", "#888888"]
INK = "#7d7d7d"


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A map of the classes for each answer, over one or two features. Raises ValueError for more features."""
    given = dict(zip(("X", "y"), call.args, strict=False)) | dict(call.kwargs or {})
    if call.entry != "grow_tree" or np.shape(given["X"])[1] > 2:
        raise ValueError("only a tree over one or two features is drawn")
    X, y = np.asarray(given["X"], float), np.asarray(given["y"])
    points = X if X.shape[1] == 2 else np.column_stack([X, np.zeros(len(X))])
    margin = 0.1 * np.ptp(points, axis=0) + 0.2
    low, high = points.min(axis=0) - margin, points.max(axis=0) + margin
    color = {int(label): COLORS[i % len(COLORS)] for i, label in enumerate(np.unique(y))}
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, tree) in zip(axes, sides, strict=True):
        for start, end, label in regions(tree, low, high):
            shade = color.get(int(label), INK)
            axis.add_patch(Rectangle(start, *(end - start), color=shade, alpha=0.22, linewidth=0))
        axis.scatter(*points.T, c=[color[int(label)] for label in y], s=34, edgecolors="white", linewidths=0.6)
        axis.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
        axis.set_title(title, color=INK, loc="left")
        axis.set_xlabel("feature 0", color=INK)
        axis.set_ylabel("feature 1" if X.shape[1] == 2 else "", color=INK)
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)


def regions(tree: dict[str, Any], low: np.ndarray, high: np.ndarray) -> list[tuple[np.ndarray, np.ndarray, int]]:
    """The boxes that the tree cuts the box from `low` to `high` into, with their labels."""
    if "label" in tree:
        return [(low, high, tree["label"])]
    below, above = high.copy(), low.copy()
    below[tree["feature"]] = above[tree["feature"]] = np.clip(
        tree["threshold"], low[tree["feature"]], high[tree["feature"]]
    )
    return regions(tree["left"], low, below) + regions(tree["right"], above, high)
