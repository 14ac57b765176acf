"""How language models decode: the KV cache, and how a token is chosen."""

from fractions import Fraction
from itertools import product

import numpy as np

from tests.content.recomputing import another_way, another_way_from_call


def held(layers: int, heads: int, width: int, tokens: int, size: int) -> int:
    number = np.zeros((), {1: np.int8, 2: np.float16}[size])
    return np.broadcast_to(number, (layers, 2, heads, tokens, width)).nbytes


@another_way("kv-cache", "size_of_a_sequence", "draw_model")
def mebibytes_of_an_array(layers: int, heads: int, width: int, tokens: int, size: int) -> float:
    return held(layers, heads, width, tokens, size) / 2**20


@another_way("kv-cache", "sequences_that_fit", "draw_memory")
def taken_one_by_one(free: int, layers: int, heads: int, width: int, tokens: int) -> int:
    left, taken = free * 2**30, 0
    while left >= (each := held(layers, heads, width, tokens, 2)):
        left, taken = left - each, taken + 1
    return taken


@another_way_from_call("kv-cache", "time_of_a_step", "step_time")
def read_one_after_another(weights: int, batch: int, cache: int, speed: int) -> float:
    return sum(mega / speed for mega in [1000 * weights] + [cache] * batch)


# Choosing a token


@another_way("decoding-strategies", "at_a_temperature", "draw_shares")
def softmax_of_scaled_logits(shares: list[int], place: int, inverse: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.log(shares) * inverse)[place])


@another_way("decoding-strategies", "tokens_kept", "draw_cut")
def smallest_set_that_reaches(percents: list[int], top_p: int, min_p: int) -> int:
    best = max(percents)
    allowed = sorted((share for share in percents if share / best >= min_p / 100 - 1e-12), reverse=True)
    return next((n for n in range(1, len(allowed)) if sum(allowed[:n]) >= top_p), len(allowed))


@another_way_from_call("decoding-strategies", "speculation", "tokens_a_pass")
def over_all_outcomes(accepted: Fraction, drafted: int) -> float:
    total = Fraction(0)
    for outcome in product([True, False], repeat=drafted):
        chance = Fraction(1)
        for taken in outcome:
            chance *= accepted if taken else 1 - accepted
        total += chance * ([*outcome, False].index(False) + 1)
    return float(total)
