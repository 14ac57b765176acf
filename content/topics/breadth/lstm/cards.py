"""Numeric cards on the LSTM: one step, its gradient along the cell, its parameters."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def sigmoid(z: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-z))


def step(c: float, i: float, f: float, o: float, g: float) -> tuple[float, float]:
    """The new cell state and output of one unit, from the pre-activations of gates and candidate."""
    new = sigmoid(f) * c + sigmoid(i) * math.tanh(g)
    return new, sigmoid(o) * math.tanh(new)


def output(c: float, i: float, f: float, o: float, g: float) -> float:
    """The output of one unit, from gates and candidate after their activations."""
    return o * math.tanh(f * c + i * g)


def parameters(d: int, m: int, blocks: int = 4, biases: int = 1) -> int:
    """Parameters of a gated cell with d inputs and m units: four blocks in an LSTM, three in a GRU."""
    return blocks * (m * (m + d) + biases * m)


def along_the_cell(gates: Sequence[Fraction]) -> Fraction:
    """The derivative of the last cell state by the first along the direct path."""
    return math.prod(gates, start=Fraction(1))


def steps_until(bias: float, share: float) -> int:
    """Steps back until the direct path of a gate sigmoid(bias) leaves less than `share` of the gradient."""
    return math.floor(math.log(share) / math.log(sigmoid(bias))) + 1


def one_step(rng: random.Random) -> Numeric:
    """The new cell state of one unit."""
    i, o, g = rng.choice([-1, 0, 1, 2]), rng.choice([-1, 0, 1, 2]), rng.choice([-2, -1, 1, 2])
    f, before = rng.choice([0, 1, 2, 3]), rng.choice([2, 3, 4])
    c, _ = step(before, i, f, o, g)
    return Numeric(
        f"One LSTM unit has the cell state $c_{{t-1}} = {before}$. Before their activations, its input gate is ${i}$, "
        f"its forget gate ${f}$, its output gate ${o}$ and its candidate ${g}$. Gates use the sigmoid, the candidate "
        "uses tanh. What is the new cell state $c_t$? Within 0.005 is right.",
        c,
        f"Forget gate $\\sigma({f}) = {sigmoid(f):.4f}$, input gate $\\sigma({i}) = {sigmoid(i):.4f}$, candidate "
        f"$\\tanh({g}) = {math.tanh(g):.4f}$:\n\n"
        f"$$c_t = {sigmoid(f):.4f} \\cdot {before} + {sigmoid(i):.4f} \\cdot ({math.tanh(g):.4f}) = {c:.4f}$$\n\n"
        "The output gate plays no part in the cell; it only decides what is shown.",
        0.005,
    )


def one_output(rng: random.Random) -> Numeric:
    """The output of one unit, from its gates after their activations."""
    # The cell stays where tanh bends but is not flat: only there does the answer show what was done before it.
    f, o = rng.choice([0.8, 0.9, 1.0]), rng.choice([0.5, 0.8, 0.9, 1.0])
    i, g, before = rng.choice([0.2, 0.5]), rng.choice([-0.8, -0.5, 0.5, 0.8]), rng.choice([1.0, 1.5])
    c, answer = f * before + i * g, output(before, i, f, o, g)
    return Numeric(
        f"In one step of an LSTM unit the gates are $f = {f:g}$, $i = {i:g}$, $o = {o:g}$ and the candidate is "
        f"$g = {g:g}$, all after their activations; $c_{{t-1}} = {before:g}$. What is the output $h_t$? "
        "Within 0.005 is right.",
        answer,
        f"$$c_t = {f:g} \\cdot {before:g} + {i:g} \\cdot ({g:g}) = {c:.3g}, \\qquad "
        f"h_t = {o:g} \\cdot \\tanh({c:.3g}) = {answer:.4f}$$",
        0.005,
    )


def lstm_parameters(rng: random.Random) -> Numeric:
    """How many parameters an LSTM layer has."""
    d, m = rng.choice([10, 20, 50, 64, 100, 128, 300]), rng.choice([16, 32, 64, 100, 128, 256])
    answer = parameters(d, m)
    return Numeric(
        f"An LSTM layer has {d} inputs and {m} units, with one bias vector for each gate and for the candidate, and no "
        "peepholes. How many parameters does it have?",
        answer,
        "Three gates and the candidate each have weights for $[h_{t-1}; x_t]$ and a bias:\n\n"
        f"$$4 \\cdot \\left( {m} \\cdot ({m} + {d}) + {m} \\right) = 4 \\cdot {m * (m + d) + m} = {answer}$$\n\n"
        f"PyTorch keeps two bias vectors for each block, which makes {parameters(d, m, biases=2)}.",
    )


def gradient_along_the_cell(rng: random.Random) -> Numeric:
    """What the forget gates leave of the gradient."""
    gates = [Fraction(rng.choice([5, 6, 8, 9, 10]), 10) for _ in range(4)]
    answer = along_the_cell(gates)
    shown = [f"{float(gate):g}" for gate in gates]
    return Numeric(
        f"The forget gate of an LSTM unit is {', '.join(shown)} at the steps 1, 2, 3, 4. What is the derivative of "
        "$c_4$ with respect to $c_0$ along the direct path from cell to cell, all other paths left out? "
        "Answer exactly.",
        answer,
        "Each step multiplies by its forget gate, and by nothing else:\n\n$$"
        + " \\cdot ".join(shown)
        + f" = {float(answer):g} = {show_number(answer)}$$",
    )


def reach_of_the_bias(rng: random.Random) -> Numeric:
    """How far back the start bias of the forget gate lets the gradient reach."""
    bias, percent = rng.choice([0, 0.5, 1, 1.5, 2, 2.5, 3, 4]), rng.choice([1, 5, 10, 30])
    answer, gate = steps_until(bias, percent / 100), sigmoid(bias)
    return Numeric(
        f"At the start of training the forget gates of an LSTM depend on their bias alone, which is {bias:g}. "
        "After how many steps back does the direct path from cell to cell first leave less than "
        f"{percent} % of the gradient?",
        answer,
        f"The gate is $\\sigma({bias:g}) = {gate:.4f}$, and after $k$ steps $\\sigma({bias:g})^k$ is left:\n\n"
        f"$$k > \\frac{{\\ln {percent / 100:g}}}{{\\ln {gate:.4f}}} = {math.log(percent / 100) / math.log(gate):.2f}, "
        f"\\qquad k = {answer}$$",
    )


CARDS = [one_step, one_output, lstm_parameters, gradient_along_the_cell, reach_of_the_bias]
