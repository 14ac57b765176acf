"""Pairs on the circle, and where a step against the gradient takes each row."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

MOST = 12
LONGEST = 0.6


def on_the_circle(angles):
    return np.column_stack([np.cos(angles), np.sin(angles)])


FIRST = np.array([0.3, 1.5, 2.6, 4.0, 5.2])
SHIFTS = np.array([0.5, -0.4, 0.8, 0.6, -1.0])
SHOW = checks.call("info_nce", on_the_circle(FIRST), on_the_circle(FIRST + SHIFTS), 0.5)


def draw(figure, call, expected, got):
    """Rows of U and V as points of two colors, numbered by pair, each with the direction of its descent."""
    U, V = (np.asarray(X, float) for X in call.args[:2])
    if U.shape[1] != 2 or len(U) > MOST:
        raise ValueError("only a few rows of two numbers can be seen")
    units = [X / np.linalg.norm(X, axis=1, keepdims=True) for X in (U, V)]
    longest = max(np.linalg.norm(expected[1:3], axis=2).max(), 1e-9)
    sides = diagrams.sides(got, expected)
    figure.set_size_inches(3.6 * len(sides), 3.9)
    for axes, (title, answer) in zip(np.atleast_1d(figure.subplots(1, len(sides))), sides, strict=True):
        axes.set(title=title, aspect="equal", xlim=(-1.7, 1.7), ylim=(-1.7, 1.7))
        axes.plot(*on_the_circle(np.linspace(0, 2 * np.pi, 100)).T, color="C7", linewidth=0.5)
        for points, color, name in zip(units, ("C0", "C1"), ("U", "V"), strict=True):
            axes.plot(*points.T, "o", color=color, label=f"{name}, and minus its gradient")
            for pair, (x, y) in enumerate(points):
                axes.annotate(str(pair), (0.82 * x, 0.82 * y), color=color, ha="center", va="center")

        def paint(axes=axes, answer=answer):
            for points, slope, color in zip(units, answer[1:3], ("C0", "C1"), strict=True):
                steps = -plots.numbers(slope, *points.shape) * LONGEST / longest
                axes.quiver(*points.T, *steps.T, color=color, angles="xy", scale_units="xy", scale=1, width=0.008)

        plots.attempt(axes, answer, paint)
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.1))
