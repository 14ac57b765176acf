"""Mistakes in labels that spread and in kinds of problem."""

import numpy as np

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake(
        "supervised-unsupervised-semi-supervised/labels-spread",
        "the nearer of the two labels",
        lambda points: sum(2 * point < points[-1] for point in points),
    ),
    Mistake(
        "classification-regression-clustering/purity",
        "the mean over clusters",
        lambda clusters: float(np.mean([max(cluster) / sum(cluster) for cluster in clusters])),
    ),
    Mistake(
        "classification-regression-clustering/threshold", "the costs swapped", lambda alarm, miss: miss / (alarm + miss)
    ),
)
