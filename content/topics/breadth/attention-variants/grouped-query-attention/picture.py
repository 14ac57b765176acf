"""Each head's outputs as a map, a query in each row. Where values are one-hot, as in SHOW, these are the weights."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from sharpen import checks
from sharpen.checks import diagrams

KEYS = np.random.default_rng(1).normal(size=(2, 12, 4))
SHOW = checks.call(
    "grouped_query_attention",
    np.random.default_rng(2).normal(size=(4, 12, 4)) * 2,
    KEYS,
    np.stack([np.eye(12)] * 2),
    5,
)
MOST_HEADS = 4


def draw(figure, call, expected, got):
    """Heads side by side, yours above the expected ones."""
    Q, _, V = diagrams.given(call, "Q", "K", "V")
    if np.shape(V)[1] == 1 and np.shape(V)[2] == 1:
        raise ValueError("a single number for each query shows nothing")
    answers = diagrams.sides(got, expected)
    heads = min(len(Q), MOST_HEADS)
    maps = [np.asarray(answer, float) for _, answer in answers]
    if any(one.shape != np.shape(expected) for one in maps) or maps[0][0].size > 4_000:
        raise ValueError("the answer does not have the documented form, or is too large to be seen")
    least, most = float(np.min(expected)), float(np.max(expected))
    axes = figure.subplots(len(answers), heads, squeeze=False, sharex=True, sharey=True)
    for line, (title, _), values in zip(axes, answers, maps, strict=True):
        for h, axis in enumerate(line):
            axis.imshow(values[h], cmap="cividis", aspect="auto", vmin=least, vmax=most)
            axis.set(title=f"{title}: head {h}", xlabel="output (bright is large)")
            axis.xaxis.set_major_locator(MaxNLocator(integer=True))
        line[0].set_ylabel("query")
    figure.set_size_inches(2.4 * heads + 0.6, 2.2 * len(answers) + 0.4)
