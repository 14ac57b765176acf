"""Targets against what the fit predicts for them; with one feature, the line itself."""

import numpy as np

from sharpen import checks
from sharpen.checks import plots

RNG = np.random.default_rng(1)
ALONG = np.sort(RNG.uniform(0, 10, size=(60, 1)), axis=0)
SHOW = checks.call("least_squares", ALONG, 1.5 * ALONG[:, 0] + 2 + RNG.normal(0, 1.5, 60))


def draw(figure, call, expected, got):
    X, y = (np.asarray(one, float) for one in call.args[:2])
    axes = figure.subplots()

    def fitted(answer):
        w, b = answer
        return X @ plots.numbers(w, X.shape[1]) + float(plots.numbers(b))

    if X.shape[1] == 1:
        order = np.argsort(X[:, 0])
        axes.plot(X[order, 0], fitted(expected)[order], color="C1", linestyle="--", label="expected")
        plots.attempt(axes, got, lambda: axes.plot(X[order, 0], fitted(got)[order], color="C0", label="yours"))
        axes.scatter(X[:, 0], y, s=18, color="gray", zorder=3)
        axes.set_xlabel("feature")
        axes.set_ylabel("target")
    else:
        axes.scatter(fitted(expected), y, s=40, facecolors="none", edgecolors="C1", label="expected")
        plots.attempt(axes, got, lambda: axes.scatter(fitted(got), y, s=14, color="C0", label="yours"))
        axes.set_xlabel("fitted value")
        axes.set_ylabel("target")
    axes.legend()
