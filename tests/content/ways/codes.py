"""Quantization."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats


@another_way("quantization", "code_by_hand", "draw_weight")
def nearest_of_all(low: int, steps: int, scale: Fraction, weight: Fraction) -> float:
    values = np.linspace(low, low + steps * float(scale), steps + 1)
    return float(np.abs(values - float(weight)).argmin())


@another_way("quantization", "size_of_a_model", "draw_model")
def bits_of_a_million(billions: int, bits: int, group: int, extra: int) -> float:
    codes, groups = np.ones(64_000 * bits, bool), np.ones((64_000 // group, extra), bool)
    return billions * (np.packbits(codes).nbytes + np.packbits(groups).nbytes) / 64_000


@another_way("quantization", "integer_product", "draw_codes")
def product_of_floats(codes: list[int], zero: int, weights: list[int], scale: Fraction) -> float:
    return float((np.array(codes) - zero) * float(scale) @ floats(weights))


@another_way("quantization", "error_of_rounding", "draw_range")
def by_a_fine_grid(width: int, bits: int) -> float:
    step = width / (2**bits - 1)
    cells = 20_000
    places = (np.arange(cells) + 0.5) / cells * step
    return float(np.sqrt(np.mean((places - np.rint(places / step) * step) ** 2)))
