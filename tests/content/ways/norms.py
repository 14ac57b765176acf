"""Normalization layers."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats


@another_way("normalization-layers", "layer_norm_entry", "draw_row")
def z_score(row: list[int], place: int) -> float:
    from scipy.stats import zscore

    return float(zscore(floats(row))[place])


@another_way("normalization-layers", "rms_norm_entry", "draw_row")
def over_the_norm(row: list[int], place: int) -> float:
    return float(floats(row)[place] / np.linalg.norm(row) * np.sqrt(len(row)))


@another_way("normalization-layers", "folding", "draw_fold")
def output_at_zero(bias: int, mean: int, deviation: int, gain: int, shift: int) -> float:
    return float(np.polyval([gain, shift], Fraction(bias - mean, deviation)))
