"""Mixtures of experts."""

from fractions import Fraction
from math import ceil, comb

import numpy as np

from tests.content.recomputing import another_way, floats


@another_way("mixture-of-experts", "active_parameters", "draw_sizes")
def by_a_mask(experts: int, chosen: int, each: int, rest: int) -> float:
    sizes = np.array([each] * experts + [rest])
    used = np.isin(np.arange(experts + 1), [*range(chosen), experts])
    return 100 * float(np.average(used, weights=sizes))


@another_way("mixture-of-experts", "dropped_choices", "draw_loads")
def filled_one_by_one(loads: list[int], _chosen: int, factor: Fraction) -> float:
    room = [ceil(factor * sum(loads) / len(loads))] * len(loads)
    dropped = 0
    for expert in np.repeat(np.arange(len(loads)), loads):
        if room[expert]:
            room[expert] -= 1
        else:
            dropped += 1
    return dropped


@another_way("mixture-of-experts", "balance_by_hand", "draw_router")
def mean_over_choices(counts: list[int], chances: list[Fraction]) -> float:
    return len(counts) * float(np.mean(np.repeat(floats(chances), counts)))


@another_way("mixture-of-experts", "experts_of_a_batch", "draw_batch")
def chance_of_being_hit(experts: int, chosen: int, tokens: int) -> float:
    hit = comb(experts - 1, chosen - 1) / comb(experts, chosen)
    return experts * sum(hit * (1 - hit) ** earlier for earlier in range(tokens))
