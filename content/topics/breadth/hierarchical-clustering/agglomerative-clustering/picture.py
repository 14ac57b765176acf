"""The tree of merges: a bar for each, as high as the distance of the two clusters it joins."""

from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, plots

BLUE, INK = "#4477aa", "#7d7d7d"
MOST = 40

SHOW = Call(
    "agglomerate",
    (np.array([[0.0], [1.0], [2.5], [4.5], [7.0], [10.0], [11.3], [12.0], [18.0], [20.0], [26.0]]), "average"),
)


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A dendrogram for each answer."""
    (X,) = diagrams.given(call, "X")
    if not 2 <= len(X) <= MOST:
        raise ValueError("too many points to be seen, or only one")
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharey=True, squeeze=False)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set_title(title, color=INK, loc="left")
        plots.attempt(axis, answer, partial(dendrogram, axis, answer, len(X)))
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
    axes[0].set_ylabel("distance", color=INK)
    axes[0].set_xlabel("points by number", color=INK, fontsize=8)


def dendrogram(axis: Axes, answer: Any, n: int) -> None:
    """Bars over the points, which stand in the order in which the tree holds them."""
    merges = plots.numbers(answer, n - 1, 4)
    pairs = plots.wholes(merges[:, :2], n - 1, 2, below=2 * n - 1)
    leaves = [[i] for i in range(n)]
    for a, b in pairs:
        leaves.append(leaves[a] + leaves[b])
    if sorted(leaves[-1]) != list(range(n)):
        raise ValueError("the last cluster does not hold every point once")
    across = dict(enumerate(np.argsort(leaves[-1]).astype(float)))
    heights = dict.fromkeys(range(n), 0.0)
    for new, ((a, b), height) in enumerate(zip(pairs, merges[:, 2], strict=True), n):
        bar = [across[a], across[a], across[b], across[b]], [heights[a], height, height, heights[b]]
        axis.plot(*bar, color=BLUE, linewidth=1.8)
        across[new], heights[new] = (across[a] + across[b]) / 2, height
    axis.set_xticks(range(n), [str(i) for i in leaves[-1]], fontsize=8)
