"""The loss after each update."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

RNG = np.random.default_rng(1)
ROWS = RNG.normal(size=(60, 2)) * (1.0, 0.3)
SHOW = checks.call("gradient_descent", ROWS, ROWS @ (2.0, -1.0) + 3 + RNG.normal(0, 0.3, 60), 0.1, 150)


def draw(figure, _call, expected, got):
    axes = figure.subplots()
    for (title, answer), color, line in zip(diagrams.sides(got, expected), ("C0", "C1"), (".-", "--"), strict=False):
        plots.attempt(axes, answer, partial(curve, axes, title, answer, color, line))
    if all(np.min(line.get_ydata()) > 0 for line in axes.lines):
        axes.set_yscale("log")
    axes.set_xlabel("updates")
    axes.set_ylabel("loss")
    axes.legend()


def curve(axes, title, answer, color, line):
    _, _, losses = answer
    losses = plots.curve(losses)
    if not losses.size:
        raise ValueError("no losses")
    if title == "Expected" and len(losses) == 1:
        axes.axhline(losses[0], color=color, linestyle=line, label="Expected at the end")
    else:
        axes.plot(losses, line, color=color, label=title)
