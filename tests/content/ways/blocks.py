"""Attention by blocks: the online softmax."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats


@another_way("flash-attention", "running_sum", "draw_block")
def by_log_sum_exp(maximum: int, total: Fraction, scores: list[int]) -> float:
    from scipy.special import logsumexp

    every = [maximum + np.log(float(total)), *scores]
    return float(np.exp(logsumexp(every) - max(maximum, *scores)))


@another_way("flash-attention", "combined_output", "draw_parts")
def softmax_of_logarithms(sums: list[int], outputs: list[int]) -> float:
    from scipy.special import softmax

    return float(softmax(np.log(sums)) @ floats(outputs))


@another_way("flash-attention", "room_for_scores", "draw_scores")
def gibibytes(length: int, heads: int, batch: int, size: int) -> float:
    number = np.zeros((), {2: np.float16, 4: np.float32}[size])
    return np.broadcast_to(number, (batch, heads, length, length)).nbytes / 2**30
