"""The line where the predicted probability is one half, for two features; else the predicted probabilities."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

RNG = np.random.default_rng(3)
CLOUDS = np.concatenate([RNG.normal(spot, 1.1, size=(60, 2)) for spot in ((0, 0), (2.2, 1.6))])
SHOW = checks.call("fit_logistic", CLOUDS, np.repeat([0, 1], 60), 0.1)


def draw(figure, call, expected, got):
    X, y = np.asarray(call.args[0], float), np.asarray(call.args[1])
    axes = figure.subplots()
    looks = (("C0", "-"), ("C1", "--"))
    fits = [(fit, *look, title) for (title, fit), look in zip(diagrams.sides(got, expected), looks, strict=False)]
    if X.shape[1] == 2:
        axes.scatter(X[:, 0], X[:, 1], c=y, cmap="coolwarm", s=18)
        low, high = X.min(0) - 0.5, X.max(0) + 0.5
        grid = np.meshgrid(np.linspace(low[0], high[0], 80), np.linspace(low[1], high[1], 80))
        for answer, color, style, label in fits:
            plots.attempt(axes, answer, partial(line, axes, grid, answer, color, style, label))
        axes.set_xlabel("feature 0")
        axes.set_ylabel("feature 1")
    else:
        order = np.argsort(X @ np.ravel(expected[0]))
        for answer, color, style, label in fits:
            plots.attempt(axes, answer, partial(probabilities, axes, X[order], answer, color, style, label))
        axes.scatter(range(len(y)), y[order], s=14, color="gray")
        axes.set_xlabel("rows, in the order of the expected score")
        axes.set_ylabel("probability")
    axes.legend()


def line(axes, grid, answer, color, style, label):
    w, b = answer
    w, b = plots.numbers(w, 2), float(plots.numbers(b))
    axes.contour(*grid, w[0] * grid[0] + w[1] * grid[1] + b, levels=[0], colors=color, linestyles=style)
    axes.plot([], [], color=color, linestyle=style, label=f"{label}, probability 1/2")


def probabilities(axes, X, answer, color, style, label):
    w, b = answer
    scores = X @ plots.numbers(w, X.shape[1]) + float(plots.numbers(b))
    axes.plot(np.exp(-np.logaddexp(0, -scores)), color=color, linestyle=style, label=label)
