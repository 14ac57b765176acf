"""The staircase of the first row: for each of its weights, what the code stands for."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

LINE = np.linspace(-1, 1, 60)
SHOW = checks.call("quantize", np.concatenate([0.4 * LINE - 0.1, 1.5 * LINE + 0.6])[None], 3, 60)
MOST = 400


def draw(figure, call, expected, got):
    """A color for each group; the line is where nothing would be lost."""
    if call.entry != "quantize":
        raise ValueError("a staircase is drawn of quantize")
    W, group = diagrams.given(call, "W", "bits", "group")[::2]
    row = plots.numbers(np.asarray(W, float)[0], -1)
    if not 4 <= len(row) <= MOST:
        raise ValueError("too few weights to see anything, or too many")
    answers = diagrams.sides(got, expected)
    for axes, (title, answer) in zip(figure.subplots(1, len(answers), squeeze=False)[0], answers, strict=True):
        axes.axline((0, 0), slope=1, color="#9a9a9a", linewidth=0.8)
        axes.set(xlabel="weight", ylabel="comes back as", title=title)

        def stairs(axes=axes, answer=answer):
            codes, scales, zeros = (np.asarray(part, float)[0] for part in answer)
            back = plots.numbers((codes - zeros.repeat(group)) * scales.repeat(group), len(row))
            for at in range(0, len(row), group):
                axes.plot(row[at : at + group], back[at : at + group], "o", markersize=3, label=f"group {at // group}")
            if len(row) <= 6 * group:
                axes.legend()

        plots.attempt(axes, answer, stairs)
