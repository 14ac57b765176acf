"""Mistakes in distances and outliers."""

import math

from tests.content.mistakes import Mistake
from tests.content.ways.neighbors import by_scipy

MISTAKES = (
    Mistake("similarity-metrics/mahalanobis-distance", "Euclidean", lambda gap, *_: math.hypot(*gap)),
    Mistake("outliers/robust-score", "the wrong way around", lambda *drawn: 1.4826 * by_scipy(*drawn)),
)
