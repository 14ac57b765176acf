"""The plain softmax behind, and in front of it what is left: yours and the expected one."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

SHOW = checks.call("token_probabilities", np.log(0.8 ** np.arange(14)), 1.5, 12, 0.85, 0.2)


def draw(figure, call, expected, got):
    """Bars in the order of the ranking."""
    logits = np.asarray(call.args[0], float)
    if len(logits) > 60:
        raise ValueError("too many tokens to see anything")
    plain = np.exp(logits - logits.max())
    order = np.argsort(-logits, kind="stable")
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(1, len(sides), squeeze=False, sharey=True)[0]
    for axis, (title, answer), color in zip(axes, sides, ("C0", "C1"), strict=False):
        axis.bar(range(len(order)), (plain / plain.sum())[order], color="lightgray", label="softmax, T = 1")
        axis.set(title=title, xlabel="tokens, the most likely first")

        def left(axis=axis, answer=answer, color=color):
            probabilities = plots.numbers(answer, len(logits))
            axis.bar(range(len(order)), probabilities[order], 0.45, color=color, label="what is drawn from")

        plots.attempt(axis, answer, left)
        axis.legend()
    axes[0].set_ylabel("probability")
