"""Mistakes in normalization layers."""

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.norms import z_score

MISTAKES = (
    Mistake(
        "normalization-layers/layer-norm-entry",
        "variance over d - 1",
        lambda row, place: float((row[place] - np.mean(row)) / np.std(row, ddof=1)),
    ),
    Mistake("normalization-layers/rms-norm-entry", "with the mean taken off", z_score),
    Mistake(
        "normalization-layers/folding",
        "the layer's bias forgotten",
        lambda _bias, mean, deviation, gain, shift: shift - gain * mean / deviation,
        lambda bias, *_: bias == 0,
    ),
)
