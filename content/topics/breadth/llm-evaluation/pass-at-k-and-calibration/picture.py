"""The reliability diagram of the answers, with the errors that were given; for pass@k, how each task's share grows."""

from math import comb

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

SHOW = checks.call(
    "calibration_error",
    np.repeat([0.35, 0.55, 0.68, 0.82, 0.96], [10, 20, 30, 50, 90]),
    np.concatenate([np.arange(n) < hits for n, hits in ((10, 4), (20, 9), (30, 16), (50, 36), (90, 74))]).astype(int),
    10,
)


def draw(figure, call, expected, got):
    """What the answers are about, in one plot, and the numbers above it."""
    axis = figure.subplots()
    errors = call.entry == "calibration_error"
    (reliability if errors else growth)(axis, call)

    def told():
        sides = diagrams.sides(got, expected)
        lines = [f"{title}: {in_words(answer if errors else [answer], 2 if errors else 1)}" for title, answer in sides]
        axis.set_title("\n".join(lines), loc="left")

    plots.attempt(axis, got, told)
    axis.legend()


def in_words(values, count):
    return ", ".join(f"{number:.4g}" for number in plots.numbers(values, count))


def reliability(axis, call):
    """Share right and mean confidence of each bin."""
    sure, right, bins = diagrams.given(call, "confidences", "correct", "bins")
    sure, right, bins = np.asarray(sure, float), np.asarray(right, float), bins or 10
    if bins > 40:
        raise ValueError("too many bins to see anything")
    place = np.maximum(np.ceil(sure * bins).astype(int) - 1, 0)
    for b in np.unique(place):
        share, mean = right[place == b].mean(), sure[place == b].mean()
        axis.bar(
            (b + 0.5) / bins, share, 0.9 / bins, color="C0", alpha=0.6, label="share right" if b == place.min() else ""
        )
        axis.plot([mean, mean], [share, mean], color="C1", label="gap" if b == place.min() else "")
        axis.plot(mean, mean, "o", color="C1", markersize=4)
    axis.plot([0, 1], [0, 1], color="lightgray", linewidth=1, zorder=0)
    axis.set(xlim=(0, 1), ylim=(0, 1.02), xlabel="confidence", ylabel="share right")


def growth(axis, call):
    """Each task's pass@j for j up to the fewest samples, and the k that was asked about."""
    samples, correct, k = call.args
    if len(samples) > 12 or max(samples) > 200:
        raise ValueError("too many tasks or samples to see anything")
    tries = range(1, min(samples) + 1)
    for task, (n, c) in enumerate(zip(samples, correct, strict=True)):
        axis.plot(tries, [1 - comb(n - c, j) / comb(n, j) for j in tries], "o-", markersize=4, label=f"task {task}")
    axis.axvline(k, color="lightgray", linewidth=1, zorder=0)
    axis.set(ylim=(-0.02, 1.05), xlabel="tries", ylabel="chance that one passes")
