"""Where the first and the last pair of each row stand in the plane; for ALiBi, the bias of the first head."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

SHOW = checks.call("rotate", np.tile([[1.0, 0.0, 1.0, 0.0]], (12, 1)), np.arange(12), 25.0)
MOST = 4_000


def draw(figure, call, expected, got):
    """Yours on the left, the expected one on the right."""
    if np.size(expected) > MOST:
        raise ValueError("too many numbers to see anything")
    paint = biases if call.entry == "alibi" else places
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), squeeze=False, sharex=True, sharey=True)[0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set(title=title, aspect="auto" if call.entry == "alibi" else "equal")
        plots.attempt(axis, answer, lambda axis=axis, answer=answer: paint(axis, call, np.asarray(expected), answer))


def biases(axis, call, expected, answer):
    """A query in each row; keys that it must not see, at minus infinity, are left blank."""
    hidden = np.isneginf(np.asarray(answer, float))
    shown = plots.numbers(np.where(hidden, 0, answer), *expected.shape)
    least = expected[0][np.isfinite(expected[0])].min()
    axis.imshow(np.where(hidden, np.nan, shown)[0], cmap="cividis", aspect="auto", vmin=least, vmax=0)
    axis.set(xlabel="key", ylabel="query")


def places(axis, call, expected, answer):
    """Two pairs of coordinates, each a path through the plane."""
    turned = plots.numbers(answer, *expected.shape)
    d = turned.shape[1]
    halves = diagrams.given(call, "X", "positions", "base", "halves")[3]
    pairs = [(0, d // 2), (d // 2 - 1, d - 1)] if halves else [(0, 1), (d - 2, d - 1)]
    for (first, second), color, name in zip(pairs, ("C0", "C1"), ("first pair", "last pair"), strict=True):
        axis.plot(turned[:, first], turned[:, second], "o-", color=color, markersize=5, linewidth=0.8, label=name)
    axis.legend()
