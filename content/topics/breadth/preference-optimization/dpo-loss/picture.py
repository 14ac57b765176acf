"""The loss against the margin z; on it each pair with the slope that its gradient says, and the mean loss."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

TOKENS = np.random.default_rng(8)
REFERENCE = -TOKENS.gamma(1.5, 1.0, (8, 6)), -TOKENS.gamma(1.5, 1.0, (8, 5))
SHOW = checks.call(
    "dpo_loss",
    np.minimum(REFERENCE[0] + TOKENS.normal(0.3, 1.0, (8, 6)), 0),
    np.minimum(REFERENCE[1] + TOKENS.normal(-0.3, 1.0, (8, 5)), 0),
    *REFERENCE,
    np.ones((8, 6), int),
    np.ones((8, 5), int),
    0.5,
)


def draw(figure, call, expected, got):
    """For each answer the slopes of the pairs, on the curve that all lie on."""
    chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing = diagrams.given(
        call,
        *("chosen", "rejected", "ref_chosen", "ref_rejected"),
        *("chosen_mask", "rejected_mask", "beta", "smoothing"),
    )
    if len(chosen) > 60:
        raise ValueError("too many pairs to see anything")
    margins = beta * (gains(chosen, ref_chosen, chosen_mask) - gains(rejected, ref_rejected, rejected_mask))
    s = smoothing or 0.0
    reach = np.linspace(min(margins.min(), -3) - 1, max(margins.max(), 3) + 1, 200)
    sides = diagrams.sides(got, expected)
    for axis, (title, answer) in zip(figure.subplots(1, len(sides), squeeze=False)[0], sides, strict=True):
        axis.plot(reach, (1 - s) * np.logaddexp(0, -reach) + s * np.logaddexp(0, reach), color="lightgray")
        axis.set_title(title, loc="left")
        axis.set(xlabel="margin z of a pair", ylabel="loss")
        plots.attempt(axis, answer, partial(paint, axis, answer, margins, np.asarray(chosen_mask, bool), beta, s))


def gains(policy, reference, mask):
    return np.sum(np.where(mask, policy, 0), axis=1) - np.sum(np.where(mask, reference, 0), axis=1)


def paint(axis, answer, margins, mask, beta, s):
    """The mean as a line, and at each pair a stroke with the slope that its chosen tokens were given."""
    axis.axhline(float(plots.numbers(answer[0])), color="C1", linewidth=0.8, linestyle=":", label="mean loss")
    gradient = plots.numbers(answer[1], *mask.shape)
    losses = (1 - s) * np.logaddexp(0, -margins) + s * np.logaddexp(0, margins)
    slopes = gradient[np.arange(len(mask)), np.argmax(mask, axis=1)] * len(mask) / beta
    counted = mask.any(axis=1)
    for z, loss, slope in zip(margins[counted], losses[counted], slopes[counted], strict=True):
        axis.plot([z - 0.4, z + 0.4], [loss - 0.4 * slope, loss + 0.4 * slope], color="C0")
    axis.plot(margins, losses, "o", color="C0", markersize=4, label="pairs and their slopes")
    axis.legend()
