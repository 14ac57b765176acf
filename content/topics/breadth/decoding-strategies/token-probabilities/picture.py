"""The plain softmax behind, and in front of it what is left: yours and the expected one."""

import numpy as np

from sharpen import checks

SHOW = checks.call("token_probabilities", np.log(0.8 ** np.arange(14)), 1.5, 12, 0.85, 0.2)


def draw(figure, call, expected, got):
    """Bars in the order of the ranking."""
    logits = np.asarray(call.args[0], float)
    if len(logits) > 60:
        raise ValueError("too many tokens to see anything")
    plain = np.exp(logits - logits.max())
    order = np.argsort(-logits, kind="stable")
    axes = figure.subplots(1, 2, sharey=True)
    for axis, title, answer, color in zip(axes, ("Yours", "Expected"), (got, expected), ("C0", "C1"), strict=True):
        probabilities = np.asarray(answer, float)
        if probabilities.shape != logits.shape or not np.isfinite(probabilities).all():
            raise ValueError("the answer does not have the documented form")
        axis.bar(range(len(order)), (plain / plain.sum())[order], color="lightgray", label="softmax, T = 1")
        axis.bar(range(len(order)), probabilities[order], 0.45, color=color, label="what is drawn from")
        axis.set(title=title, xlabel="tokens, the most likely first")
        axis.legend()
    axes[0].set_ylabel("probability")
