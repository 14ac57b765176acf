"""Training rows as dots and test rows as stars in the color of their class: yours and the expected ones."""

import numpy as np
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bb7733", "#888888"]
INK = "#7d7d7d"
RNG = np.random.default_rng(6)
KNOWN = np.concatenate([RNG.normal(spot, 1.0, size=(30, 2)) for spot in ((0, 0), (3, 1), (1, 3.2))])
SHOW = Call("knn_predict", (KNOWN, np.repeat([0, 1, 2], 30), RNG.uniform(-1, 4, size=(12, 2)), 5))


def draw(figure: Figure, call: Call, expected: object, got: object) -> None:
    """A scatter plot for each answer, of the first two features; one feature is spread along a line."""
    names = ("X_train", "y_train", "X_test", "k")
    given = dict(zip(names, call.args, strict=False)) | dict(call.kwargs or {})
    X, y, T = (np.asarray(given[name]) for name in names[:3])
    classes = np.unique(np.concatenate([y, np.ravel(expected), np.ravel(got)]))
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), sharex=True, sharey=True, squeeze=False)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        predicted = np.asarray(answer)
        if predicted.shape != T.shape[:1]:
            raise ValueError("the answer does not have the documented form")
        for color, label in zip(np.resize(COLORS, len(classes)), classes, strict=True):
            axis.scatter(*flat(X[y == label]), color=color, s=26, alpha=0.7, linewidths=0, label=f"class {label}")
            mine = flat(T[predicted == label])
            axis.scatter(*mine, color=color, s=150, marker="*", edgecolors="white", linewidths=1, zorder=3)
        axis.set_title(title, color=INK, loc="left")
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
        axis.grid(color=INK, alpha=0.2, linewidth=0.6)
    axes[-1].legend(labelcolor=INK, frameon=False, fontsize="small")


def flat(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two coordinates to draw each point at."""
    return points[:, 0], points[:, 1] if points.shape[1] > 1 else np.zeros(len(points))
