"""Attention, self-attention, the transformer."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way_from_call, sizes, slope_of

# Attention and self-attention


@another_way_from_call("attention", "attention_weight", "weight")
def softmax_weight(query: Sequence[int], keys: Sequence[Sequence[int]], place: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.array(keys) @ np.array(query))[place])


@another_way_from_call("attention", "context_value", "context")
def averaged(scores: Sequence[float], values: Sequence[float]) -> float:
    from scipy.special import softmax

    return float(np.average(values, weights=softmax(scores)))


@another_way_from_call("attention", "gradient_of_a_score", "score_gradient")
def differences_of_softmax(alphas: Sequence[Fraction], values: Sequence[int], place: int, upstream: int) -> float:
    from scipy.special import softmax

    scores = np.log(np.array(alphas, float))
    unit = np.eye(len(scores))[place]
    return slope_of(lambda change: upstream * float(softmax(scores + change * unit) @ values), 0.0)


@another_way_from_call("attention", "parameters_of_the_score", "largest_rank")
def last_rank_that_saves(d_query: int, d_key: int) -> float:
    full = sizes((d_query, d_key))
    return max(rank for rank in range(1, d_query + d_key) if sizes((rank, d_query), (rank, d_key)) < full)


@another_way_from_call("self-attention", "scaled_weight", "weight")
def scaled_softmax_weight(query: Sequence[int], keys: Sequence[Sequence[int]], place: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.array(keys) @ np.array(query) / np.sqrt(len(query)))[place])


@another_way_from_call("self-attention", "causal_weight", "weight_under_mask")
def masked_softmax(scores: Sequence[float], position: int, place: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.where(np.arange(len(scores)) < position, scores, -np.inf))[place])


@another_way_from_call("self-attention", "memory_of_scores", "score_bytes")
def mebibytes(batch: int, heads: int, length: int, size: int) -> float:
    number = np.zeros((), {2: np.float16, 4: np.float32}[size])
    return np.broadcast_to(number, (batch, heads, length, length)).nbytes / 2**20


@another_way_from_call("self-attention", "spread_of_scores", "spread")
def spread_by_covariances(width: int, query_sd: int, key_sd: int, scaled: bool) -> float:
    query, key = np.eye(width) * query_sd**2, np.eye(width) * key_sd**2
    return float(np.sqrt(np.trace(query @ key) / (width if scaled else 1)))


@another_way_from_call("self-attention", "grouped_query_parameters", "projections")
def projection_sizes(width: int, heads: int, groups: int) -> float:
    head = width // heads
    return sizes((heads, head, width), (groups, head, width), (groups, head, width), (width, heads * head))


# Transformer


@another_way_from_call("transformer", "parameters_of_a_layer", "layer_parameters")
def layer_sizes(d: int, inner: int) -> float:
    attention = [(d, d), (d,)] * 4
    return sizes(*attention, (inner, d), (inner,), (d, inner), (d,), *[(d,)] * 4)


@another_way_from_call("transformer", "parameters_of_a_model", "model_parameters")
def millions(layers: int, d: int, vocabulary: int, length: int) -> float:
    return (layers * layer_sizes(d, 4 * d) + sizes((vocabulary, d), (length, d), (2, d))) / 1e6


def flops(n: int, d: int, heads: int = 4) -> tuple[int, int]:
    """FLOPs of a layer's matrix products, one product after the other: those with weights, and those without."""
    head = d // heads
    with_weights = [(n, d, d)] * 4 + [(n, d, 4 * d), (n, 4 * d, d)]
    without = [(n, head, n), (n, n, head)] * heads
    return sum(2 * a * b * c for a, b, c in with_weights), sum(2 * a * b * c for a, b, c in without)


@another_way_from_call("transformer", "flops_of_a_layer", "layer_flops")
def giga(n: int, d: int) -> float:
    return sum(flops(n, d)) / 1e9


@another_way_from_call("transformer", "share_of_attention", "quadratic_share")
def share(n: int, d: int) -> float:
    return flops(n, d)[1] / sum(flops(n, d))


@another_way_from_call("transformer", "size_of_the_cache", "cache_bytes")
def cached(layers: int, groups: int, head: int, n: int, size: int) -> float:
    assert size == 2
    return np.broadcast_to(np.float16(0), (2, layers, groups, n, head)).nbytes / 2**20


@another_way_from_call("transformer", "days_of_training", "training_days")
def days(parameters: float, tokens: float, chips: int, rate: float) -> float:
    from datetime import timedelta

    forward = 2 * parameters * tokens
    return timedelta(seconds=(forward + 2 * forward) / (chips * rate)) / timedelta(days=1)
