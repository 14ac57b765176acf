"""The loss after each update."""

import numpy as np

from sharpen import checks
from sharpen.checks import plots

RNG = np.random.default_rng(1)
ROWS = RNG.normal(size=(60, 2)) * (1.0, 0.3)
SHOW = checks.call("gradient_descent", ROWS, ROWS @ (2.0, -1.0) + 3 + RNG.normal(0, 0.3, 60), 0.1, 150)


def draw(figure, _call, expected, got):
    axes = figure.subplots()
    right = np.ravel(expected[2])
    if len(right) > 1:
        axes.plot(right, color="C1", linestyle="--", label="expected")
    else:
        axes.axhline(right[0], color="C1", linestyle="--", label="expected at the end")

    def losses():
        _, _, yours = got
        yours = plots.curve(yours)
        axes.plot(yours, color="C0", marker=".", label="yours")
        if min(np.min(yours), np.min(right)) > 0:
            axes.set_yscale("log")

    plots.attempt(axes, got, losses)
    axes.set_xlabel("updates")
    axes.set_ylabel("loss")
    axes.legend()
