"""The loss after each update."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams

RNG = np.random.default_rng(1)
ROWS = RNG.normal(size=(60, 2)) * (1.0, 0.3)
SHOW = checks.call("gradient_descent", ROWS, ROWS @ (2.0, -1.0) + 3 + RNG.normal(0, 0.3, 60), 0.1, 150)


def draw(figure, _call, expected, got):
    axes = figure.subplots()
    sides = [(title, np.ravel(answer[2])) for title, answer in diagrams.sides(got, expected)]
    for (title, losses), color, line in zip(sides, ("C0", "C1"), (".-", "--"), strict=False):
        if title == "Expected" and len(losses) == 1:
            axes.axhline(losses[0], color=color, linestyle=line, label="Expected at the end")
        else:
            axes.plot(losses, line, color=color, label=title)
    if min(np.min(losses) for _, losses in sides) > 0:
        axes.set_yscale("log")
    axes.set_xlabel("updates")
    axes.set_ylabel("loss")
    axes.legend()
