from functools import partial

import numpy as np

from sharpen.checks import diagrams, plots

SHOWS_METHOD = True


def draw(figure, call, expected, got):
    """The ruler of cumulative probabilities, and the piece that each point was given."""
    if call.entry != "inverse_cdf":
        raise ValueError("only inverse_cdf is drawn")
    weights, u = np.asarray(call.args[0], float), np.asarray(call.args[1], float)[:200]
    marks = np.concatenate([[0.0], np.cumsum(weights) / weights.sum()])
    answers = diagrams.sides(got, expected)
    for axes, (title, answer) in zip(
        np.atleast_1d(figure.subplots(1, len(answers), sharey=True)), answers, strict=True
    ):
        axes.stairs(np.arange(len(weights)), marks, baseline=None, color="gray", label="outcome by its piece")
        axes.set(title=title, xlabel="u", ylabel="outcome", xlim=(0, 1))
        axes.yaxis.get_major_locator().set_params(integer=True)
        plots.attempt(axes, answer, partial(points, axes, u, answer))
        axes.legend()


def points(axes, u, answer):
    axes.plot(u, plots.wholes(answer, -1)[:200], "o", markersize=4, label="outcome of each point")
