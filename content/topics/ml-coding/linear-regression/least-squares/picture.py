"""Targets against what the fit predicts for them; with one feature, the line itself."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams

RNG = np.random.default_rng(1)
ALONG = np.sort(RNG.uniform(0, 10, size=(60, 1)), axis=0)
SHOW = checks.call("least_squares", ALONG, 1.5 * ALONG[:, 0] + 2 + RNG.normal(0, 1.5, 60))


def draw(figure, call, expected, got):
    X, y = (np.asarray(one, float) for one in call.args[:2])
    sides = [(title, X @ np.ravel(w) + float(b)) for title, (w, b) in diagrams.sides(got, expected)]
    axes = figure.subplots()
    if X.shape[1] == 1:
        order = np.argsort(X[:, 0])
        for (title, fitted), color, line in zip(sides, ("C0", "C1"), ("-", "--"), strict=False):
            axes.plot(X[order, 0], fitted[order], color=color, linestyle=line, label=title)
        axes.scatter(X[:, 0], y, s=18, color="gray", zorder=3)
        axes.set_xlabel("feature")
        axes.set_ylabel("target")
    else:
        looks = ({"s": 14, "color": "C0"}, {"s": 40, "facecolors": "none", "edgecolors": "C1"})
        for (title, fitted), look in zip(sides, looks, strict=False):
            axes.scatter(fitted, y, label=title, **look)
        axes.set_xlabel("fitted value")
        axes.set_ylabel("target")
    axes.legend()
