"""Mistakes in quantization."""

from tests.content.mistakes import Mistake
from tests.content.ways.codes import bits_of_a_million, by_a_fine_grid, nearest_of_all, product_of_floats

MISTAKES = (
    Mistake(
        "quantization/code-by-hand",
        "the zero point forgotten",
        lambda _low, steps, scale, weight: nearest_of_all(0, steps, scale, weight),
        lambda _low, _steps, _scale, weight: weight < 0,
    ),
    Mistake(
        "quantization/size-of-a-model",
        "codes alone",
        lambda billions, bits, group, _extra: bits_of_a_million(billions, bits, group, 0),
    ),
    Mistake(
        "quantization/integer-product",
        "the zero point forgotten",
        lambda codes, _zero, weights, scale: product_of_floats(codes, 0, weights, scale),
    ),
    Mistake(
        "quantization/error-of-rounding",
        "half a step, the largest error",
        lambda width, bits: by_a_fine_grid(width, bits) * 12**0.5 / 2,
    ),
)
