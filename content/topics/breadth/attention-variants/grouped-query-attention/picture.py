"""Each head's outputs as a map, a query in each row. Where values are one-hot, as in SHOW, these are the weights."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from sharpen import checks
from sharpen.checks import diagrams, plots

KEYS = np.random.default_rng(1).normal(size=(2, 12, 4))
SHOW = checks.call(
    "grouped_query_attention",
    np.random.default_rng(2).normal(size=(4, 12, 4)) * 2,
    KEYS,
    np.stack([np.eye(12)] * 2),
    5,
)
MOST_HEADS, MOST = 4, 4_000


def draw(figure, call, expected, got):
    """Heads side by side, yours above the expected ones."""
    Q, _, V = diagrams.given(call, "Q", "K", "V")
    shape = np.shape(expected)
    if np.prod(np.shape(V)[1:]) == 1 or np.prod(shape[1:]) > MOST:
        raise ValueError("a single number for each query shows nothing, and too many do not either")
    least, most = float(np.min(expected)), float(np.max(expected))
    answers, heads = diagrams.sides(got, expected), min(len(Q), MOST_HEADS)
    axes = figure.subplots(len(answers), heads, squeeze=False, sharex=True, sharey=True)
    for line, (title, answer) in zip(axes, answers, strict=True):

        def maps(line=line, title=title, answer=answer):
            for h, (axis, values) in enumerate(zip(line, plots.numbers(answer, *shape), strict=False)):
                axis.imshow(values, cmap="cividis", aspect="auto", vmin=least, vmax=most)
                axis.set(title=f"{title}: head {h}", xlabel="output (bright is large)")
                axis.xaxis.set_major_locator(MaxNLocator(integer=True))

        plots.attempt(line[0], answer, maps)
        line[0].set_ylabel("query")
    figure.set_size_inches(2.4 * heads + 0.6, 2.2 * len(answers) + 0.4)
