"""Mistakes in the KV cache and in choosing a token."""

from fractions import Fraction

from tests.content.mistakes import Mistake
from tests.content.ways.decoding import (
    mebibytes_of_an_array,
    over_all_outcomes,
    read_one_after_another,
    taken_one_by_one,
)

MISTAKES = (
    Mistake("kv-cache/size-of-a-sequence", "keys alone", lambda *numbers: mebibytes_of_an_array(*numbers) / 2),
    Mistake("kv-cache/sequences-that-fit", "keys alone", lambda free, *rest: taken_one_by_one(2 * free, *rest)),
    Mistake(
        "kv-cache/time-of-a-step",
        "weights read for each sequence",
        lambda weights, batch, cache, speed: read_one_after_another(weights * batch, batch, cache, speed),
        lambda _weights, batch, *_: batch == 1,
    ),
    Mistake(
        "decoding-strategies/at-a-temperature",
        "not scaled again",
        lambda shares, place, inverse: (shares[place] / 100) ** inverse,
    ),
    Mistake(
        "decoding-strategies/speculation",
        "without the token of the large model",
        lambda accepted, drafted: over_all_outcomes(Fraction(accepted), drafted) - 1,
    ),
)
