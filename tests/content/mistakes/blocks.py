"""Mistakes in the online softmax."""

import math

from tests.content.mistakes import Mistake
from tests.content.ways.blocks import gibibytes

MISTAKES = (
    Mistake(
        "flash-attention/running-sum",
        "the old sum does not shrink",
        lambda _maximum, total, scores: float(total) + sum(math.exp(score - max(scores)) for score in scores),
    ),
    Mistake(
        "flash-attention/combined-output",
        "the mean of both outputs",
        lambda _sums, outputs: sum(outputs) / len(outputs),
    ),
    Mistake(
        "flash-attention/room-for-scores",
        "scores of one head",
        lambda length, _heads, batch, size: gibibytes(length, 1, batch, size),
    ),
)
