"""The loss after each update."""

import numpy as np


def draw(figure, _call, expected, got):
    axes = figure.subplots()
    axes.plot(np.ravel(got[2]), color="C0", marker=".", label="yours")
    right = np.ravel(expected[2])
    if len(right) > 1:
        axes.plot(right, color="C1", linestyle="--", label="expected")
    else:
        axes.axhline(right[0], color="C1", linestyle="--", label="expected at the end")
    if min(np.min(got[2]), np.min(right)) > 0:
        axes.set_yscale("log")
    axes.set_xlabel("updates")
    axes.set_ylabel("loss")
    axes.legend()
