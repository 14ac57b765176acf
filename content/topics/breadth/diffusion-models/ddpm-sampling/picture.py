"""Where rows of noise end up: on a ring of data, if all steps are right."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

ROWS, STEPS = 30, 60
MOST = 400


def ring(rows=12):
    angles = np.arange(rows) * 2 * np.pi / rows
    return np.column_stack([np.cos(angles), np.sin(angles)]) * 2


def noise(*shape):
    return np.random.default_rng(3).normal(size=shape)


SHOW = checks.call("sample", noise(ROWS, 2), noise(STEPS, ROWS, 2)[:, ::-1], ring(), np.linspace(1e-3, 0.15, STEPS))


def draw(figure, call, expected, got):
    """Each row is a point, with a line from where it began; rows of data are circles."""
    X, data = np.asarray(call.args[0], float), np.asarray(call.args[2], float) if len(call.args) > 2 else None
    if call.entry == "schedule" or X.ndim != 2 or X.shape[1] != 2 or len(X) > MOST:
        raise ValueError("only rows of two numbers can be seen")
    sides = diagrams.sides(got, expected)
    figure.set_size_inches(3.6 * len(sides), 3.9)
    for axes, (title, answer) in zip(np.atleast_1d(figure.subplots(1, len(sides))), sides, strict=True):
        axes.set(title=title, aspect="equal")
        if call.entry in ("sample", "predict_noise"):
            axes.scatter(*data.T, s=90, facecolors="none", edgecolors="C1", label="data")

        def paint(axes=axes, answer=answer):
            ends = plots.numbers(answer, *X.shape)
            axes.plot(*np.stack([X.T, ends.T], axis=2).transpose(0, 2, 1), color="C7", linewidth=0.5)
            axes.plot(*ends.T, "o", color="C0", markersize=4, label="the answer")

        plots.attempt(axes, answer, paint)
        if axes.get_legend_handles_labels()[0]:
            axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=2)
