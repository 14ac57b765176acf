"""Mistakes in k-means, hierarchical clustering and Gaussian mixtures."""

import math

import numpy as np

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake(
        "k-means/second-center",
        "distances not squared",
        lambda points, center, wanted: abs(wanted - center) / sum(abs(point - center) for point in points),
    ),
    Mistake(
        "hierarchical-clustering/last-merge",
        "single linkage",
        lambda left, right, _: right[0] - left[-1],
        lambda *drawn: drawn[2] == "single",
    ),
    Mistake(
        "hierarchical-clustering/ward-increase",
        "no sizes",
        lambda _, means: math.dist(*means) ** 2,
        lambda sizes, _: math.prod(sizes) == sum(sizes),
    ),
    Mistake(
        "gaussian-mixture-models/em-step",
        "hard assignment, a tie to the first",
        lambda points, means: float(np.mean([x for x in points if 2 * x <= sum(means)])),
    ),
)
