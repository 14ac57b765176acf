"""The numeric cards of deep learning, computed again in another way.

While a card is made, the arguments of the function that works out its answer are noted. From them
SciPy, scikit-learn, counting, enumeration or finite differences must come to the card's answer.
"""

import itertools
import runpy
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest

from sharpen.content.cards import read_cards
from sharpen.content.library import bundled
from sharpen.domain.card import CardKind, Numeric

SEEDS = 50
TOPICS = [
    "feedforward-networks",
    "multilabel-activation",
    "rnn-and-bptt",
    "vanishing-exploding-gradients",
    "lstm",
    "dropout",
    "dropout-in-lstm",
    "seq2seq",
    "attention",
    "self-attention",
    "transformer",
    "embeddings",
]


@cache
def made_of(topic: str, file: str = "cards.py") -> dict[str, Any]:
    return runpy.run_path(str(bundled() / "topics" / "breadth" / topic / file))


CHECKED: list[tuple[str, str, str, int, Callable[..., float]]] = []
"""Topic, card, the function whose arguments are noted, which of its calls, and the other way to the answer."""


def another_way(topic: str, card: str, function: str, call: int = 0) -> Callable[..., Callable[..., float]]:
    def register(compute: Callable[..., float]) -> Callable[..., float]:
        CHECKED.append((topic, card, function, call, compute))
        return compute

    return register


def made_and_noted(topic: str, card: str, function: str, seed: int) -> tuple[Numeric, list[tuple[Any, ...]]]:
    """The instance of a card, and the positional arguments of each call of one function while it was made."""
    make = made_of(topic)[card]
    names, noted = make.__globals__, []
    original = names[function]

    def note(*arguments: Any, **named: Any) -> Any:
        noted.append((*arguments, *named.values()))
        return original(*arguments, **named)

    names[function] = note
    try:
        return make(Random(seed)), noted
    finally:
        names[function] = original


def slope_of(function: Callable[[float], float], at: float, step: float = 1e-5) -> float:
    return (function(at + step) - function(at - step)) / (2 * step)


def sizes(*shapes: tuple[int, ...]) -> int:
    return sum(np.broadcast_to(np.float32(0), shape).size for shape in shapes)


# Feedforward networks


@another_way("feedforward-networks", "mlp_parameters", "dense_parameters")
def fitted_sizes(widths: Sequence[int]) -> float:
    from sklearn.neural_network import MLPRegressor

    d, *hidden, k = widths
    network = MLPRegressor(hidden_layer_sizes=tuple(hidden)).partial_fit(np.zeros((2, d)), np.zeros((2, k)))
    return sum(part.size for part in (*network.coefs_, *network.intercepts_))


@another_way("feedforward-networks", "conv_output_side", "conv_side")
def windows(side: int, kernel: int, stride: int, padding: int) -> float:
    padded = np.pad(np.zeros(side), padding)
    return len(np.lib.stride_tricks.sliding_window_view(padded, kernel)[::stride])


@another_way("feedforward-networks", "conv_parameters", "conv_weights")
def kernel_sizes(kernel: int, channels_in: int, channels_out: int) -> float:
    return sizes((channels_out, channels_in, kernel, kernel), (channels_out,))


@another_way("feedforward-networks", "conv_multiply_adds", "conv_work")
def product_sizes(side: int, kernel: int, channels_in: int, channels_out: int) -> float:
    return sizes((channels_out, side, side, channels_in, kernel, kernel)) / 1e6


@another_way("feedforward-networks", "softmax_cross_entropy", "softmax_loss")
def log_softmax(logits: Sequence[float], label: int) -> float:
    from scipy.special import log_softmax

    return -float(log_softmax(logits)[label])


# Outputs for classes that are not mutually exclusive


@another_way("multilabel-activation", "multilabel_loss", "binary_losses")
def log_losses(logits: Sequence[float], targets: Sequence[int]) -> float:
    from scipy.special import expit
    from sklearn.metrics import log_loss

    pairs = zip(targets, expit(logits), strict=True)
    return sum(log_loss([y], [p], labels=[0, 1]) for y, p in pairs)


@another_way("multilabel-activation", "threshold_from_costs", "threshold")
def indifference(miss: int, alarm: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda p: p * miss - (1 - p) * alarm, 0, 1))


@another_way("multilabel-activation", "one_label_alone", "exactly_one")
def enumerated(chances: Sequence[Fraction]) -> float:
    total = Fraction(0)
    for present in itertools.product((0, 1), repeat=len(chances)):
        if sum(present) == 1:
            total += np.prod([p if y else 1 - p for y, p in zip(present, chances, strict=True)])
    return float(total)


@another_way("multilabel-activation", "micro_f1_of_two_examples", "micro_f1")
def micro(truth: Sequence[Sequence[int]], guess: Sequence[Sequence[int]]) -> float:
    from sklearn.metrics import f1_score

    return float(f1_score(np.array(truth), np.array(guess), average="micro"))


# Recurrent networks and backpropagation through time


def run_unit(w: float, inputs: Sequence[int]) -> list[float]:
    from scipy.signal import lfilter

    return [0.0, *lfilter([1.0], [1.0, -float(w)], np.array(inputs, float))]


@another_way("rnn-and-bptt", "linear_states", "states")
def filtered(w: Fraction, inputs: Sequence[int]) -> float:
    return run_unit(float(w), inputs)[-1]


@another_way("rnn-and-bptt", "bptt_by_hand", "slope")
def differences(w: Fraction, inputs: Sequence[int], target: Fraction) -> float:
    return slope_of(lambda v: (run_unit(v, inputs)[-1] - float(target)) ** 2 / 2, float(w))


@another_way("rnn-and-bptt", "truncated_bptt", "slope")
def differences_of_the_last_step(w: Fraction, inputs: Sequence[int], target: Fraction, steps: int) -> float:
    assert steps == 1
    before = run_unit(float(w), inputs)[-2]
    return slope_of(lambda v: (v * before + inputs[-1] - float(target)) ** 2 / 2, float(w))


@another_way("rnn-and-bptt", "rnn_parameters", "network_parameters")
def network_sizes(d: int, m: int, k: int) -> float:
    return sizes((m, m), (m, d), (m,), (k, m), (k,))


# Vanishing and exploding gradients


@another_way("vanishing-exploding-gradients", "clip_global_norm", "clipped")
def clipped_by_norm(gradients: Sequence[int], limit: int) -> float:
    norm = np.linalg.norm(gradients)
    assert norm > limit
    return float(gradients[0] / norm * limit)


def steps_below(factor: float, share: float) -> int:
    left, steps = 1.0, 0
    while left >= share:
        left, steps = left * factor, steps + 1
    return steps


@another_way("vanishing-exploding-gradients", "steps_until_gone", "steps_until")
def counted(factor: float, share: float) -> float:
    return steps_below(factor, share)


@another_way("vanishing-exploding-gradients", "relu_signal", "relu_growth")
def integrated(inputs: int, variance: Fraction, layers: int) -> float:
    from scipy.integrate import quad
    from scipy.stats import norm

    spread = 1.0
    for _ in range(layers):
        half, _ = quad(lambda z, s=spread: z * z * norm.pdf(z, scale=s), 0, 12 * spread)
        spread = float(np.sqrt(inputs * float(variance) * half))
    return spread**2


# LSTM


@another_way("lstm", "one_step", "step")
def stacked_step(c: float, i: float, f: float, o: float, g: float) -> float:
    from scipy.special import expit

    gates = expit(np.array([i, f, o]))
    return float(np.dot(gates[[1, 0]], [c, np.tanh(g)]))


@another_way("lstm", "one_output", "output")
def output(c: float, i: float, f: float, o: float, g: float) -> float:
    from scipy.special import expit

    raised = np.exp(2 * np.dot([f, i], [c, g]))
    return float(o * (2 * expit(np.log(raised)) - 1))


@another_way("lstm", "lstm_parameters", "parameters")
def lstm_sizes(d: int, m: int) -> float:
    return sizes((4 * m, d), (4 * m, m), (4 * m,))


@another_way("lstm", "gradient_along_the_cell", "along_the_cell")
def slope_of_the_cell(gates: Sequence[Fraction]) -> float:
    def last(start: float) -> float:
        for gate in gates:
            start = float(gate) * start + 0.3
        return start

    return slope_of(last, 1.0)


@another_way("lstm", "reach_of_the_bias", "steps_until")
def counted_from_bias(bias: float, share: float) -> float:
    from scipy.special import expit

    return steps_below(float(expit(bias)), share)


# Dropout


def masks(count: int, p: Fraction) -> list[tuple[tuple[int, ...], Fraction]]:
    """Every mask with its probability."""
    every = itertools.product((0, 1), repeat=count)
    return [(mask, p ** (count - sum(mask)) * (1 - p) ** sum(mask)) for mask in every]


@another_way("dropout", "one_training_pass", "one_pass")
def masked(weights: Sequence[int], values: Sequence[int], mask: Sequence[int], p: Fraction) -> float:
    return float(np.dot(weights, np.where(mask, np.array(values) / (1 - float(p)), 0)))


@another_way("dropout", "noise_of_dropout", "variance")
def variance_over_masks(weights: Sequence[int], values: Sequence[int], p: Fraction) -> float:
    products = [w * h for w, h in zip(weights, values, strict=True)]
    sums = [(sum(x * m for x, m in zip(products, mask, strict=True)) / (1 - p), q) for mask, q in masks(len(values), p)]
    mean = sum(z * q for z, q in sums)
    assert mean == sum(products), "inverted dropout keeps the mean"
    return float(sum((z - mean) ** 2 * q for z, q in sums))


@another_way("dropout", "forgotten_scaling", "unscaled_mean")
def mean_over_masks(value: int, p: Fraction, layers: int) -> float:
    return float(sum(value * np.prod(mask) * q for mask, q in masks(layers, p)))


@another_way("dropout", "few_units_left", "at_most")
def binomial(units: int, kept: int, p: Fraction) -> float:
    from scipy.stats import binom

    return float(binom.cdf(kept, units, 1 - float(p)))


# Dropout in an LSTM


@another_way("dropout-in-lstm", "memory_under_fresh_masks", "survival")
@another_way("dropout-in-lstm", "masks_on_the_way", "survival")
def all_kept(p: Fraction, count: int) -> float:
    return float(sum(q for mask, q in masks(count, p) if all(mask)))


@another_way("dropout-in-lstm", "growing_noise", "second_moment")
def squared_over_masks(p: Fraction, steps: int) -> float:
    return float(sum(q * np.prod([m / (1 - p) for m in mask]) ** 2 for mask, q in masks(steps, p)))


@another_way("dropout-in-lstm", "candidate_dropped", "cell", 1)
def second_update(before: Fraction, f: Fraction, i: Fraction, g: Fraction, mask: int, p: Fraction) -> float:
    return float(np.dot([f, i], [before, g / (1 - p) if mask else 0]))


# Sequence to sequence


@another_way("seq2seq", "output_probability", "sequence_probability")
def product(chances: Sequence[Fraction]) -> float:
    return float(np.exp(np.sum(np.log(np.array(chances, float)))))


@another_way("seq2seq", "perplexity_of_tokens", "perplexity")
def geometric(chances: Sequence[Fraction]) -> float:
    from scipy.stats import gmean

    return float(1 / gmean(np.array(chances, float)))


@another_way("seq2seq", "what_greedy_loses", "best")
def beams(tree: Mapping[str, tuple[Fraction, Sequence[Fraction]]]) -> float:
    """A beam of two against a beam of one."""

    def beam(width: int) -> float:
        prefixes = sorted(tree, key=lambda first: -tree[first][0])[:width]
        return float(max(tree[first][0] * p for first in prefixes for p in tree[first][1]))

    assert all(sum(after) == 1 for _, after in tree.values())
    assert sum(first for first, _ in tree.values()) == 1
    return beam(2) / beam(1)


@another_way("seq2seq", "length_normalized_score", "normalized", 1)
def mean_log(chances: Sequence[Fraction], power: float) -> float:
    assert power == 1
    return float(np.mean(np.log(np.array(chances, float))))


# Attention and self-attention


@another_way("attention", "attention_weight", "weight")
def softmax_weight(query: Sequence[int], keys: Sequence[Sequence[int]], place: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.array(keys) @ np.array(query))[place])


@another_way("attention", "context_value", "context")
def averaged(scores: Sequence[float], values: Sequence[float]) -> float:
    from scipy.special import softmax

    return float(np.average(values, weights=softmax(scores)))


@another_way("attention", "gradient_of_a_score", "score_gradient")
def differences_of_softmax(alphas: Sequence[Fraction], values: Sequence[int], place: int, upstream: int) -> float:
    from scipy.special import softmax

    scores = np.log(np.array(alphas, float))
    unit = np.eye(len(scores))[place]
    return slope_of(lambda change: upstream * float(softmax(scores + change * unit) @ values), 0.0)


@another_way("attention", "parameters_of_the_score", "additive_parameters")
def additive_sizes(d_query: int, d_key: int, hidden: int) -> float:
    return sizes((hidden, d_query), (hidden, d_key), (hidden,))


@another_way("self-attention", "scaled_weight", "weight")
def scaled_softmax_weight(query: Sequence[int], keys: Sequence[Sequence[int]], place: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.array(keys) @ np.array(query) / np.sqrt(len(query)))[place])


@another_way("self-attention", "causal_weight", "weight_under_mask")
def masked_softmax(scores: Sequence[float], position: int, place: int) -> float:
    from scipy.special import softmax

    return float(softmax(np.where(np.arange(len(scores)) < position, scores, -np.inf))[place])


@another_way("self-attention", "memory_of_scores", "score_bytes")
def mebibytes(batch: int, heads: int, length: int, size: int) -> float:
    kind = {2: np.float16, 4: np.float32}[size]
    return np.broadcast_to(kind(0), (batch, heads, length, length)).nbytes / 2**20


@another_way("self-attention", "spread_of_scores", "spread")
def spread_by_covariances(width: int, query_sd: int, key_sd: int, scaled: bool) -> float:
    query, key = np.eye(width) * query_sd**2, np.eye(width) * key_sd**2
    return float(np.sqrt(np.trace(query @ key) / (width if scaled else 1)))


@another_way("self-attention", "grouped_query_parameters", "projections")
def projection_sizes(width: int, heads: int, groups: int) -> float:
    head = width // heads
    return sizes((heads, head, width), (groups, head, width), (groups, head, width), (width, heads * head))


# Transformer


@another_way("transformer", "parameters_of_a_layer", "layer_parameters")
def layer_sizes(d: int, inner: int) -> float:
    attention = [(d, d), (d,)] * 4
    return sizes(*attention, (inner, d), (inner,), (d, inner), (d,), *[(d,)] * 4)


@another_way("transformer", "parameters_of_a_model", "model_parameters")
def millions(layers: int, d: int, vocabulary: int, length: int) -> float:
    return (layers * layer_sizes(d, 4 * d) + sizes((vocabulary, d), (length, d), (2, d))) / 1e6


def flops(n: int, d: int, heads: int = 4) -> tuple[int, int]:
    """FLOPs of a layer's matrix products, one product after the other: those with weights, and those without."""
    head = d // heads
    with_weights = [(n, d, d)] * 4 + [(n, d, 4 * d), (n, 4 * d, d)]
    without = [(n, head, n), (n, n, head)] * heads
    return sum(2 * a * b * c for a, b, c in with_weights), sum(2 * a * b * c for a, b, c in without)


@another_way("transformer", "flops_of_a_layer", "layer_flops")
def giga(n: int, d: int) -> float:
    return sum(flops(n, d)) / 1e9


@another_way("transformer", "share_of_attention", "quadratic_share")
def share(n: int, d: int) -> float:
    return flops(n, d)[1] / sum(flops(n, d))


@another_way("transformer", "size_of_the_cache", "cache_bytes")
def cached(layers: int, groups: int, head: int, n: int, size: int) -> float:
    assert size == 2
    return np.broadcast_to(np.float16(0), (2, layers, groups, n, head)).nbytes / 2**20


@another_way("transformer", "days_of_training", "training_days")
def days(parameters: float, tokens: float, chips: int, rate: float) -> float:
    from datetime import timedelta

    forward = 2 * parameters * tokens
    return timedelta(seconds=(forward + 2 * forward) / (chips * rate)) / timedelta(days=1)


# Embeddings


@another_way("embeddings", "table_memory", "table_gigabytes")
def table(items: int, width: int, size: int, copies: int) -> float:
    assert size == 4
    return np.broadcast_to(np.float32(0), (copies, items, width)).nbytes / 1e9


@another_way("embeddings", "cosine_of_two", "cosine")
def one_less_distance(a: Sequence[int], b: Sequence[int]) -> float:
    from scipy.spatial.distance import cosine

    return float(1 - cosine(np.array(a, float), np.array(b, float)))


@another_way("embeddings", "negative_sampling_loss", "sampling_loss")
def classified(positive: float, negatives: Sequence[float]) -> float:
    """Negative sampling is logistic regression that tells true pairs from sampled ones."""
    return log_losses([positive, *negatives], [1, *[0] * len(negatives)])


@another_way("embeddings", "in_batch_softmax", "batch_loss")
def diagonal(scores: Sequence[Sequence[float]]) -> float:
    from scipy.special import softmax
    from sklearn.metrics import log_loss

    return float(log_loss(range(len(scores)), softmax(scores, axis=1)))


@another_way("embeddings", "hashed_rows", "shared_row")
def at_least_one(items: int, rows: int) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, items - 1, 1 / rows))


@pytest.mark.parametrize("case", CHECKED, ids=lambda case: f"{case[0]}/{case[1]}")
def test_the_answer_is_found_another_way(case: tuple[str, str, str, int, Callable[..., float]]) -> None:
    topic, card, function, call, compute = case
    for seed in range(SEEDS):
        made, noted = made_and_noted(topic, card, function, seed)
        found = compute(*noted[call])
        assert float(made.answer) == pytest.approx(found, rel=1e-7, abs=1e-7), (seed, made.question)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_numeric_card_is_computed_again(topic: str) -> None:
    cards, faults = read_cards(bundled() / "topics" / "breadth" / topic)
    numeric = {card.id for card in cards if card.kind is CardKind.NUMERIC}
    assert not faults
    assert numeric == {f"{of}/{card.replace('_', '-')}" for of, card, *_ in CHECKED if of == topic}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_wrong_answer_is_not_accepted(topic: str) -> None:
    """No tolerance is so wide that an answer 12 % off, or zero, is right."""
    for card in made_of(topic)["CARDS"]:
        for seed in range(SEEDS):
            made = card(Random(seed))
            if made.answer:
                assert abs(made.answer) * 0.12 > made.tolerance, (card.__name__, seed)


@pytest.mark.parametrize("bias", [0.0, 1.0, 3.0])
def test_the_picture_of_the_lstm_shows_true_gradients(bias: float) -> None:
    from scipy.special import expit

    picture = made_of("lstm", "pictures.py")
    units, steps = picture["UNITS"], picture["STEPS"]
    rng = np.random.default_rng(1)
    weights = rng.normal(0, 1 / np.sqrt(units), (4, units, units))
    drive = rng.normal(0, 0.5, (steps, 4, units))
    drive[:, 1] += bias

    def last(moved: np.ndarray, back: int) -> float:
        c = h = np.zeros(units)
        for step in range(steps):
            z = weights @ h + drive[step]
            i, f, o = expit(z[:3])
            c = f * c + i * np.tanh(z[3]) + (moved if step == steps - 1 - back else 0)
            h = o * np.tanh(c)
        return float(c.sum() / np.sqrt(units))

    whole, _ = picture["gradient_norms"](bias)
    gradient = [slope_of(lambda x, e=unit: last(x * e, 4), 0.0) for unit in np.eye(units)]
    assert whole[4] == pytest.approx(np.linalg.norm(gradient), rel=1e-6)
