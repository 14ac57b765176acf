"""Targets against what the fit predicts for them; with one feature, the line itself."""

import numpy as np

from sharpen import checks

RNG = np.random.default_rng(1)
ALONG = np.sort(RNG.uniform(0, 10, size=(60, 1)), axis=0)
SHOW = checks.call("least_squares", ALONG, 1.5 * ALONG[:, 0] + 2 + RNG.normal(0, 1.5, 60))


def draw(figure, call, expected, got):
    X, y = (np.asarray(one, float) for one in call.args[:2])
    (w, b), (mine, intercept) = (expected, got)
    right, yours = X @ np.ravel(w) + float(b), X @ np.ravel(mine) + float(intercept)
    axes = figure.subplots()
    if X.shape[1] == 1:
        order = np.argsort(X[:, 0])
        axes.plot(X[order, 0], right[order], color="C1", linestyle="--", label="expected")
        axes.plot(X[order, 0], yours[order], color="C0", label="yours")
        axes.scatter(X[:, 0], y, s=18, color="gray", zorder=3)
        axes.set_xlabel("feature")
        axes.set_ylabel("target")
    else:
        axes.scatter(right, y, s=40, facecolors="none", edgecolors="C1", label="expected")
        axes.scatter(yours, y, s=14, color="C0", label="yours")
        axes.set_xlabel("fitted value")
        axes.set_ylabel("target")
    axes.legend()
