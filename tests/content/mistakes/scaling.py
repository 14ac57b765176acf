"""Mistakes in scaling laws."""

from tests.content.mistakes import Mistake
from tests.content.ways.scaling import by_growing, by_the_root_of_the_cost, by_the_slope, by_tokens_a_day

MISTAKES = (
    Mistake(
        "scaling-laws/best-size",
        "without the six",
        lambda digits, exponent: 6**0.5 * by_the_root_of_the_cost(digits, exponent),
    ),
    Mistake("scaling-laws/days-of-training", "forward alone", lambda *run: by_tokens_a_day(*run) / 3),
    Mistake(
        "scaling-laws/exponent-from-two-losses",
        "without the irreducible loss",
        lambda _, small, large, times: by_the_slope(0, small, large, times),
    ),
    Mistake(
        "scaling-laws/price-of-a-gain",
        "a fall to so many percent",
        lambda alpha, percent: by_growing(alpha, 100 - percent),
        harmless=lambda _, percent: percent == 50,
    ),
)
