"""Recurrent networks, their gradients, the LSTM, sequence to sequence."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way_from_call, sizes, slope_of

# Recurrent networks and backpropagation through time


def run_unit(w: float, inputs: Sequence[int]) -> list[float]:
    from scipy.signal import lfilter

    return [0.0, *lfilter([1.0], [1.0, -float(w)], np.array(inputs, float))]


@another_way_from_call("rnn-and-bptt", "linear_states", "states")
def filtered(w: Fraction, inputs: Sequence[int]) -> float:
    return run_unit(float(w), inputs)[-1]


@another_way_from_call("rnn-and-bptt", "bptt_by_hand", "slope")
def differences(w: Fraction, inputs: Sequence[int], target: Fraction) -> float:
    return slope_of(lambda v: (run_unit(v, inputs)[-1] - float(target)) ** 2 / 2, float(w))


@another_way_from_call("rnn-and-bptt", "truncated_bptt", "slope")
def differences_of_the_last_step(w: Fraction, inputs: Sequence[int], target: Fraction, steps: int) -> float:
    assert steps == 1
    before = run_unit(float(w), inputs)[-2]
    return slope_of(lambda v: (v * before + inputs[-1] - float(target)) ** 2 / 2, float(w))


@another_way_from_call("rnn-and-bptt", "rnn_parameters", "network_parameters")
def network_sizes(d: int, m: int, k: int) -> float:
    return sizes((m, m), (m, d), (m,), (k, m), (k,))


# Vanishing and exploding gradients


@another_way_from_call("vanishing-exploding-gradients", "clip_global_norm", "clipped")
def clipped_by_norm(gradients: Sequence[int], limit: int) -> float:
    norm = np.linalg.norm(gradients)
    assert norm > limit
    return float(gradients[0] / norm * limit)


def steps_below(factor: float, share: float) -> int:
    left, steps = 1.0, 0
    while left >= share:
        left, steps = left * factor, steps + 1
    return steps


@another_way_from_call("vanishing-exploding-gradients", "steps_until_gone", "steps_until")
def counted(factor: float, share: float) -> float:
    return steps_below(factor, share)


@another_way_from_call("vanishing-exploding-gradients", "relu_signal", "relu_growth")
def integrated(inputs: int, variance: Fraction, layers: int) -> float:
    from scipy.integrate import quad
    from scipy.stats import norm

    spread = 1.0
    for _ in range(layers):
        half, _ = quad(lambda z, s=spread: z * z * norm.pdf(z, scale=s), 0, 12 * spread)
        spread = float(np.sqrt(inputs * float(variance) * half))
    return spread**2


# LSTM


@another_way_from_call("lstm", "one_step", "step")
def stacked_step(c: float, i: float, f: float, o: float, g: float) -> float:
    from scipy.special import expit

    gates = expit(np.array([i, f, o]))
    return float(np.dot(gates[[1, 0]], [c, np.tanh(g)]))


@another_way_from_call("lstm", "one_output", "output")
def output(c: float, i: float, f: float, o: float, g: float) -> float:
    from scipy.special import expit

    raised = np.exp(2 * np.dot([f, i], [c, g]))
    return float(o * (2 * expit(np.log(raised)) - 1))


@another_way_from_call("lstm", "lstm_parameters", "parameters")
def lstm_sizes(d: int, m: int) -> float:
    return sizes((4 * m, d), (4 * m, m), (4 * m,))


@another_way_from_call("lstm", "gradient_along_the_cell", "along_the_cell")
def slope_of_the_cell(gates: Sequence[Fraction]) -> float:
    def last(start: float) -> float:
        for gate in gates:
            start = float(gate) * start + 0.3
        return start

    return slope_of(last, 1.0)


@another_way_from_call("lstm", "reach_of_the_bias", "steps_until")
def counted_from_bias(bias: float, share: float) -> float:
    from scipy.special import expit

    return steps_below(float(expit(bias)), share)


# Sequence to sequence


@another_way_from_call("seq2seq", "output_probability", "sequence_probability")
def product(chances: Sequence[Fraction]) -> float:
    return float(np.exp(np.sum(np.log(np.array(chances, float)))))


@another_way_from_call("seq2seq", "perplexity_of_tokens", "perplexity")
def geometric(chances: Sequence[Fraction]) -> float:
    from scipy.stats import gmean

    return float(1 / gmean(np.array(chances, float)))


@another_way_from_call("seq2seq", "what_greedy_loses", "best")
def beams(tree: Mapping[str, tuple[Fraction, Sequence[Fraction]]]) -> float:
    """A beam of two against a beam of one."""

    def beam(width: int) -> float:
        prefixes = sorted(tree, key=lambda first: -tree[first][0])[:width]
        return float(max(tree[first][0] * p for first in prefixes for p in tree[first][1]))

    assert all(sum(after) == 1 for _, after in tree.values())
    assert sum(first for first, _ in tree.values()) == 1
    return beam(2) / beam(1)


@another_way_from_call("seq2seq", "length_normalized_score", "normalized", 1)
def mean_log(chances: Sequence[Fraction], power: float) -> float:
    assert power == 1
    return float(np.mean(np.log(np.array(chances, float))))
