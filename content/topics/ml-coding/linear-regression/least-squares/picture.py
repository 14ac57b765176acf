"""Targets against what the fit predicts for them; with one feature, the line itself."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

RNG = np.random.default_rng(1)
ALONG = np.sort(RNG.uniform(0, 10, size=(60, 1)), axis=0)
SHOW = checks.call("least_squares", ALONG, 1.5 * ALONG[:, 0] + 2 + RNG.normal(0, 1.5, 60))


def draw(figure, call, expected, got):
    X, y = (np.asarray(one, float) for one in call.args[:2])
    sides = diagrams.sides(got, expected)
    axes = figure.subplots()
    if X.shape[1] == 1:
        for (title, answer), color, style in zip(sides, ("C0", "C1"), ("-", "--"), strict=False):
            look = {"color": color, "linestyle": style, "label": title}
            plots.attempt(axes, answer, partial(line, axes, X, answer, look))
        axes.scatter(X[:, 0], y, s=18, color="gray", zorder=3)
        axes.set_xlabel("feature")
        axes.set_ylabel("target")
    else:
        looks = ({"s": 14, "color": "C0"}, {"s": 40, "facecolors": "none", "edgecolors": "C1"})
        for (title, answer), look in zip(sides, looks, strict=False):
            plots.attempt(axes, answer, partial(points, axes, X, y, answer, {**look, "label": title}))
        axes.set_xlabel("fitted value")
        axes.set_ylabel("target")
    axes.legend()


def line(axes, X, answer, look):
    order = np.argsort(X[:, 0])
    axes.plot(X[order, 0], fitted(X, answer)[order], **look)


def points(axes, X, y, answer, look):
    axes.scatter(fitted(X, answer), y, **look)


def fitted(X, answer):
    w, b = answer
    return X @ plots.numbers(w, X.shape[1]) + float(plots.numbers(b))
