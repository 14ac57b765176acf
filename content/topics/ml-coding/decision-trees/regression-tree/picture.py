"""The steps of a regression tree over its training rows: yours beside the expected ones."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

BLUE, RED, INK = "#4477aa", "#ee6677", "#7d7d7d"


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A plot of the target for each answer, against the only feature. Raises ValueError for more features."""
    given = dict(zip(("X", "y"), call.args, strict=False)) | dict(call.kwargs or {})
    if call.entry != "grow_regression_tree" or np.shape(given["X"])[1] != 1:
        raise ValueError("only a tree over one feature is drawn")
    x, y = np.asarray(given["X"], float)[:, 0], np.asarray(given["y"], float)
    margin = 0.05 * np.ptp(x) + 0.5
    grid = np.linspace(x.min() - margin, x.max() + margin, 2000)
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, tree) in zip(axes, sides, strict=True):
        axis.plot(grid, [value(tree, at) for at in grid], color=RED, linewidth=2, label="the tree")
        axis.scatter(x, y, color=BLUE, s=26, alpha=0.75, linewidths=0, label="training rows", zorder=3)
        axis.set_title(title, color=INK, loc="left")
        axis.set_xlabel("feature 0", color=INK)
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
        axis.grid(color=INK, alpha=0.2, linewidth=0.6)
    axes[-1].legend(labelcolor=INK, frameon=False, fontsize="small")


def value(tree: dict[str, Any], x: float) -> float:
    """The tree's prediction at one point."""
    while "value" not in tree:
        tree = tree["left"] if x <= tree["threshold"] else tree["right"]
    return float(tree["value"])
