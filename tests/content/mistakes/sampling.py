"""Mistakes in stratified, uniform and reservoir sampling."""

import math

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake("stratified-sampling/neyman-share", "by size alone", lambda sizes, _, k: k * sizes[1] / sum(sizes)),
    Mistake("stratified-sampling/estimate", "the mean of means", lambda *drawn: sum(drawn[2]) / 2),
    Mistake("uniform-sampling/both-in", "as if independent", lambda n, k: (k / n) ** 2),
    Mistake("uniform-sampling/duplicate", "expected pairs", lambda n, k: math.comb(k, 2) / n),
    Mistake("reservoir-sampling/still-there", "from the start", lambda k, _, now: k / now),
)
