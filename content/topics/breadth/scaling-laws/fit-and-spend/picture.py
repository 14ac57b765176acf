"""The losses and the fitted law, beyond the largest size as well; for the split, the loss of all that cost as much."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

SIZES = np.array([2e6, 6e6, 2e7, 6e7, 2e8, 6e8, 2e9])
SHOW = checks.call("fit_power_law", SIZES, 1.7 + 90 * SIZES**-0.27 + 0.002 * np.array([1, -1, 1, 0, -1, 1, -1]))


def draw(figure, call, expected, got):
    """One curve or point for each answer."""
    axis = figure.subplots()
    sides = diagrams.sides(got, expected)
    paint = fitted if call.entry == "fit_power_law" else spent
    for (title, answer), color in zip(sides, ("C0", "C1"), strict=False):
        plots.attempt(axis, answer, partial(paint, axis, call, answer, title, color))
    axis.set_xscale("log")
    axis.set_xlabel("parameters")
    axis.legend()


def fitted(axis, call, answer, title, color):
    """The law up to a hundred times the largest size, and its floor."""
    sizes, losses = (np.asarray(values, float) for values in call.args[:2])
    floor, scale, alpha = plots.numbers(answer, 3)
    reach = np.geomspace(sizes.min(), 100 * sizes.max(), 200)
    axis.plot(
        reach, plots.numbers(floor + scale * reach**-alpha, 200), color=color, label=f"{title}: alpha = {alpha:.3g}"
    )
    axis.axhline(floor, color=color, linewidth=0.8, linestyle=":")
    axis.plot(sizes, losses, "o", color="gray", markersize=4)
    axis.set_ylabel("loss")


def spent(axis, call, answer, title, color):
    """The loss above the constant against size, for the budget."""
    budget, A, alpha, B, beta = call.args
    size, tokens = plots.numbers(answer, 2)
    best = (alpha * A / (beta * B)) ** (1 / (alpha + beta)) * (budget / 6) ** (beta / (alpha + beta))
    reach = np.geomspace(min(best, size) / 30, 30 * max(best, size), 200)
    axis.plot(reach, A * reach**-alpha + B * (6 * reach / budget) ** beta, color="lightgray")
    axis.plot(size, A * size**-alpha + B * tokens**-beta, "o", color=color, label=title)
    axis.set_ylabel("loss above the constant")
