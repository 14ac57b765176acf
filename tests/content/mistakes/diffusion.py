"""Mistakes in diffusion models."""

from fractions import Fraction

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.diffusion import as_an_unknown, by_a_clock, by_counting


def mixed_by_variances(betas: list[Fraction], x: int, noise: Fraction) -> float:
    kept = float(np.prod([float(1 - beta) for beta in betas]))
    return kept * x + (1 - kept) * float(noise)


MISTAKES = (
    Mistake("diffusion-models/after-three-steps", "without the square roots", mixed_by_variances),
    Mistake(
        "diffusion-models/estimate-of-the-clean",
        "without dividing by the signal",
        lambda _, spread, x, noise: as_an_unknown(Fraction(1), spread, x, noise),
        lambda _, spread, x, noise: x == spread * noise,
    ),
    Mistake(
        "diffusion-models/steps-to-noise",
        "the signal in place of its variance",
        lambda beta, share: by_counting(beta, share**2),
    ),
    Mistake(
        "diffusion-models/time-of-an-image",
        "one evaluation a step",
        lambda steps, milliseconds, decoding: by_a_clock(steps, milliseconds, decoding) - steps * milliseconds / 1000,
    ),
)
