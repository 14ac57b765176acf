"""Multilayer perceptrons, convolutions, outputs of several labels."""

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, another_way_from_call, floats, sizes

# Multilayer perceptron


@another_way("mlp", "count_parameters", "draw_sizes")
def of_arrays(widths: list[int]) -> float:
    shapes = [(a + 1, b) for a, b in itertools.pairwise(widths)]
    return float(sum(np.zeros(shape).size for shape in shapes))


@another_way("mlp", "forward", "draw_network")
def by_matrices(x: list[int], rows: list[list[int]], biases: list[int], out: list[int]) -> float:
    return float(np.maximum(floats(rows) @ floats(x) + floats(biases), 0) @ floats(out))


@another_way("mlp", "logit_error", "draw_error")
def by_differences(parts: list[int], label: int, place: int, n: int) -> float:
    from scipy.special import log_softmax

    move = np.eye(3)[place] * 1e-4
    up, down = (-log_softmax(np.log(parts) + sign * move)[label] / n for sign in (1, -1))
    return float((up - down) / 2e-4)


# Feedforward networks


@another_way_from_call("feedforward-networks", "mlp_parameters", "dense_parameters")
def fitted_sizes(widths: Sequence[int]) -> float:
    from sklearn.neural_network import MLPRegressor

    d, *hidden, k = widths
    network = MLPRegressor(hidden_layer_sizes=tuple(hidden)).partial_fit(np.zeros((2, d)), np.zeros((2, k)))
    return float(sum(part.size for part in (*network.coefs_, *network.intercepts_)))


@another_way_from_call("feedforward-networks", "conv_output_side", "conv_side")
def windows(side: int, kernel: int, stride: int, padding: int) -> float:
    padded = np.pad(np.zeros(side), padding)
    return len(np.lib.stride_tricks.sliding_window_view(padded, kernel)[::stride])


@another_way_from_call("feedforward-networks", "conv_parameters", "conv_weights")
def kernel_sizes(kernel: int, channels_in: int, channels_out: int) -> float:
    return sizes((channels_out, channels_in, kernel, kernel), (channels_out,))


@another_way_from_call("feedforward-networks", "conv_multiply_adds", "conv_work")
def product_sizes(side: int, kernel: int, channels_in: int, channels_out: int) -> float:
    return sizes((channels_out, side, side, channels_in, kernel, kernel)) / 1e6


@another_way_from_call("feedforward-networks", "softmax_cross_entropy", "softmax_loss")
def log_softmax(logits: Sequence[float], label: int) -> float:
    from scipy.special import log_softmax

    return -float(log_softmax(logits)[label])


# Outputs for classes that are not mutually exclusive


@another_way_from_call("multilabel-activation", "multilabel_loss", "binary_losses")
def log_losses(logits: Sequence[float], targets: Sequence[int]) -> float:
    from scipy.special import expit
    from sklearn.metrics import log_loss

    return float(log_loss(targets, expit(logits), labels=[0, 1], normalize=False))


@another_way_from_call("multilabel-activation", "threshold_from_costs", "threshold")
def indifference(miss: int, alarm: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda p: p * miss - (1 - p) * alarm, 0, 1))


@another_way_from_call("multilabel-activation", "one_label_alone", "exactly_one")
def enumerated(chances: Sequence[Fraction]) -> float:
    total = Fraction(0)
    for present in itertools.product((0, 1), repeat=len(chances)):
        if sum(present) == 1:
            total += math.prod(p if y else 1 - p for y, p in zip(present, chances, strict=True))
    return float(total)


@another_way_from_call("multilabel-activation", "micro_f1_of_two_examples", "micro_f1")
def micro(truth: Sequence[Sequence[int]], guess: Sequence[Sequence[int]]) -> float:
    from sklearn.metrics import f1_score

    return float(f1_score(np.array(truth), np.array(guess), average="micro"))
