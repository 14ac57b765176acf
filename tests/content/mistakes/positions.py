"""Mistakes in positional encodings."""

from tests.content.mistakes import Mistake
from tests.content.ways.positions import both_turned, by_halving, slope_by_slope

MISTAKES = (
    Mistake(
        "positional-encodings/score-of-two",
        "not turned",
        lambda query, key, _place, _other: both_turned(query, key, 0, 0),
    ),
    Mistake(
        "positional-encodings/full-circle",
        "exponent without the two",
        lambda base, width, pair: by_halving(base, 2 * width, pair),
    ),
    Mistake(
        "positional-encodings/alibi-penalty",
        "heads from 0",
        lambda heads, head, distance: slope_by_slope(heads, head - 1, distance) if head > 1 else float(distance),
    ),
)
