from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

RNG = np.random.default_rng(5)
SIDES = np.concatenate([RNG.normal(spot, 1.0, size=(40, 2)) for spot in ((-1.5, -1.5), (1.8, 1.4))])
SHOW = checks.call("pegasos", SIDES, np.repeat([-1, 1], 40), 0.1, RNG.integers(80, size=2000).tolist())


def draw(figure, call, expected, got):
    """Two features: the line w . x = 0 and the street around it, found beside expected."""
    names = ("X", "y", "lam", "indices", "project")
    arguments = dict(zip(names, call.args, strict=False)) | dict(call.kwargs or {})
    X, y = np.asarray(arguments["X"], float), np.asarray(arguments["y"])
    if X.shape[1] != 2:
        raise ValueError("only two features can be drawn")
    found = diagrams.sides(got, expected)
    low, high = X.min(0) - 1, X.max(0) + 1
    first, second = np.meshgrid(np.linspace(low[0], high[0], 120), np.linspace(low[1], high[1], 120))
    for axes, (title, answer) in zip(figure.subplots(1, len(found), squeeze=False)[0], found, strict=True):
        for label, color, marker in ((-1, "C0", "o"), (1, "C1", "s")):
            axes.scatter(*X[y == label].T, c=color, marker=marker, edgecolors="white", label=f"{label:+d}")
        axes.set(xlabel="$x_0$", ylabel="$x_1$")
        axes.legend()
        plots.attempt(axes, answer, partial(street, axes, (first, second), title, answer))


def street(axes, grid, title, answer):
    """The line and the two beside it."""
    w = plots.numbers(answer, 2)
    score = w[0] * grid[0] + w[1] * grid[1]
    axes.contour(*grid, score, levels=[-1, 0, 1], colors="black", linestyles=["--", "-", "--"])
    axes.set_title(f"{title}: w = ({w[0]:.3g}, {w[1]:.3g})")
