"""The gradient of each token, one row per answer; for advantages, a bar for each answer."""

from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

TOKENS = np.random.default_rng(4)
OLD = -TOKENS.gamma(1.5, 1.0, (6, 14))
MASK = (np.arange(14) < np.array([[14], [9], [5], [12], [7], [10]])).astype(int)
SHOW = checks.call(
    "grpo_loss",
    np.minimum(OLD + TOKENS.normal(0, 0.25, OLD.shape), 0),
    OLD,
    MASK,
    np.array([1.4, 0.7, 0.7, -0.6, -0.6, -1.6]),
)


def draw(figure, call, expected, got):
    """Each answer in a plot of its own."""
    sides = diagrams.sides(got, expected)
    paint = gradient if call.entry == "grpo_loss" else advantages
    for axis, (title, answer) in zip(figure.subplots(1, len(sides), squeeze=False)[0], sides, strict=True):
        axis.set_title(title, loc="left")
        plots.attempt(axis, answer, partial(paint, axis, call, answer))


def gradient(axis, call, answer):
    """Blue where a step makes a token likelier, red where less likely; what the mask hides is left out."""
    mask = np.asarray(call.args[2], bool)
    if mask.size > 4_000:
        raise ValueError("too many tokens to see anything")
    steps = -plots.numbers(answer[1], *mask.shape)
    most = max(float(np.abs(steps).max()), 1e-12)
    axis.imshow(np.where(mask, steps, np.nan), cmap="RdBu", vmin=-most, vmax=most, aspect="auto")
    axis.set(xlabel="token (blue: likelier, red: less likely)", ylabel="answer")


def advantages(axis, call, answer):
    """Bars in the order of the answers, a color for each group."""
    groups = np.unique(np.asarray(call.args[1]), return_inverse=True)[1]
    if len(groups) > 60 or groups.max() > 9:
        raise ValueError("too many answers to see anything")
    axis.bar(range(len(groups)), plots.numbers(answer, len(groups)), color=[f"C{group}" for group in groups])
    axis.set(xlabel="answer, a color for each group", ylabel="advantage")
