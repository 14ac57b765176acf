"""The line where the predicted probability is one half, for two features; else the predicted probabilities."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams

RNG = np.random.default_rng(3)
CLOUDS = np.concatenate([RNG.normal(spot, 1.1, size=(60, 2)) for spot in ((0, 0), (2.2, 1.6))])
SHOW = checks.call("fit_logistic", CLOUDS, np.repeat([0, 1], 60), 0.1)


def draw(figure, call, expected, got):
    X, y = np.asarray(call.args[0], float), np.asarray(call.args[1])
    axes = figure.subplots()
    lines = (("C0", "-"), ("C1", "--"))
    fits = [(fit, *line, title) for (title, fit), line in zip(diagrams.sides(got, expected), lines, strict=False)]
    if X.shape[1] == 2:
        axes.scatter(X[:, 0], X[:, 1], c=y, cmap="coolwarm", s=18)
        low, high = X.min(0) - 0.5, X.max(0) + 0.5
        grid = np.meshgrid(np.linspace(low[0], high[0], 80), np.linspace(low[1], high[1], 80))
        for (w, b), color, style, label in fits:
            z = w[0] * grid[0] + w[1] * grid[1] + b
            axes.contour(*grid, z, levels=[0], colors=color, linestyles=style)
            axes.plot([], [], color=color, linestyle=style, label=f"{label}, probability 1/2")
        axes.set_xlabel("feature 0")
        axes.set_ylabel("feature 1")
    else:
        (w, b) = expected
        order = np.argsort(X @ np.ravel(w))
        for (w, b), color, style, label in fits:
            p = np.exp(-np.logaddexp(0, -(X @ np.ravel(w) + b)))
            axes.plot(p[order], color=color, linestyle=style, label=label)
        axes.scatter(range(len(y)), y[order], s=14, color="gray")
        axes.set_xlabel("rows, in the order of the expected score")
        axes.set_ylabel("probability")
    axes.legend()
