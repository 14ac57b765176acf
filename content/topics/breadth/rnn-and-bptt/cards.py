"""Numeric cards on recurrent networks: one linear unit by hand, and counting."""

import random
from collections.abc import Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def states(w: Fraction, inputs: Sequence[int]) -> list[Fraction]:
    """h_0 = 0 and h_t = w h_{t-1} + x_t of a recurrent unit without activation."""
    found = [Fraction(0)]
    for x in inputs:
        found.append(w * found[-1] + x)
    return found


def slope(w: Fraction, inputs: Sequence[int], target: Fraction, steps: int | None = None) -> Fraction:
    """dL/dw of L = (h_T - target)^2 / 2, with the error sent back through the last `steps` uses of w alone."""
    h = states(w, inputs)
    delta, total = h[-1] - target, Fraction(0)
    for t in range(len(inputs), len(inputs) - (len(inputs) if steps is None else steps), -1):
        total += delta * h[t - 1]
        delta *= w
    return total


def network_parameters(d: int, m: int, k: int) -> int:
    """Weights and biases of a plain recurrent network with d inputs, m units and k outputs."""
    return m * (m + d) + m + k * m + k


def tex(number: Fraction) -> str:
    """A fraction in TeX."""
    sign = "-" if number < 0 else ""
    size = abs(number)
    whole = str(size.numerator)
    return sign + (whole if size.denominator == 1 else f"\\tfrac{{{size.numerator}}}{{{size.denominator}}}")


def linear_states(rng: random.Random) -> Numeric:
    """The last state of a linear recurrent unit."""
    w = rng.choice([Fraction(1, 2), Fraction(-1, 2), Fraction(2), Fraction(3)])
    inputs = [rng.choice([2, 4, 6]), rng.choice([0, 1, 2]), rng.choice([-2, 1, 3])]
    h = states(w, inputs)
    lines = "\n".join(
        f"- $h_{t} = {tex(w)} \\cdot {_signed(h[t - 1])} + {_signed(Fraction(x))} = {tex(h[t])}$"
        for t, x in enumerate(inputs, 1)
    )
    return Numeric(
        f"A recurrent unit without activation computes $h_t = w h_{{t-1}} + x_t$ with $w = {tex(w)}$ and $h_0 = 0$. It "
        f"reads ${inputs[0]}, {inputs[1]}, {inputs[2]}$. What is $h_3$? Answer exactly.",
        h[3],
        f"{lines}\n\nAn input $k$ steps back counts $w^k$ times.",
    )


def bptt_by_hand(rng: random.Random) -> Numeric:
    """The gradient of the recurrent weight over three steps."""
    w, inputs, target, h = _unit(rng)
    answer = slope(w, inputs, target)
    d3 = h[3] - target
    return Numeric(
        _story(w, inputs, target) + " What is $dL/dw$, through all three steps? Answer exactly.",
        answer,
        _forward(h, target) + f"Backward: $\\delta_2 = w \\delta_3 = {tex(w * d3)}$ and "
        f"$\\delta_1 = w \\delta_2 = {tex(w * w * d3)}$. Each step adds its error times the state before it:\n\n"
        "$$\\frac{dL}{dw} = \\delta_3 h_2 + \\delta_2 h_1 + \\delta_1 h_0 = "
        f"{_signed(d3)} \\cdot {_signed(h[2])} + {_signed(w * d3)} \\cdot {_signed(h[1])} + 0 = {tex(answer)}$$",
    )


def truncated_bptt(rng: random.Random) -> Numeric:
    """How much of the gradient is left when it may go back one step only."""
    w, inputs, target, h = _unit(rng)
    part, whole = slope(w, inputs, target, 1), slope(w, inputs, target)
    return Numeric(
        _story(w, inputs, target)
        + " Backpropagation is truncated so that the error reaches $h_3$ but is not sent on to "
        "$h_2$: the state $h_2$ counts as a constant. What is this truncated $dL/dw$? Answer exactly.",
        part,
        _forward(h, target) + "Only the last use of $w$ counts:\n\n"
        f"$$\\delta_3 h_2 = {_signed(h[3] - target)} \\cdot {_signed(h[2])} = {tex(part)}$$\n\n"
        f"The full gradient is ${tex(whole)}$: truncation is a bias, not noise.",
    )


def rnn_parameters(rng: random.Random) -> Numeric:
    """How many parameters a small recurrent network has."""
    d, m, k = rng.choice([10, 20, 50, 100]), rng.choice([8, 16, 32, 64, 128]), rng.randint(2, 9)
    answer = network_parameters(d, m, k)
    return Numeric(
        f"A plain recurrent network $h_t = \\tanh(W_h h_{{t-1}} + W_x x_t + b)$, $o_t = V h_t + c$ has {d} inputs, "
        f"{m} hidden units and {k} outputs, and reads sequences of {rng.choice([20, 50, 100])} steps. "
        "How many parameters does it have?",
        answer,
        f"$$\\underbrace{{{m} \\cdot {m}}}_{{W_h}} + \\underbrace{{{m} \\cdot {d}}}_{{W_x}} + "
        f"\\underbrace{{{m}}}_{{b}} + \\underbrace{{{k} \\cdot {m}}}_{{V}} + \\underbrace{{{k}}}_{{c}} = {answer}$$\n\n"
        "The number of steps does not matter: they share the weights.",
    )


def _unit(rng: random.Random) -> tuple[Fraction, list[int], Fraction, list[Fraction]]:
    w = rng.choice([Fraction(1, 2), Fraction(-1, 2), Fraction(2), Fraction(3)])
    inputs = [rng.choice([2, 4]), rng.choice([3, 5, 6]), rng.choice([0, 1, 2])]
    h = states(w, inputs)
    return w, inputs, h[3] - rng.choice([-2, -1, 1, 2]), h


def _story(w: Fraction, inputs: Sequence[int], target: Fraction) -> str:
    return (
        f"A recurrent unit without activation computes $h_t = w h_{{t-1}} + x_t$ with $w = {tex(w)}$ and $h_0 = 0$. It "
        f"reads ${inputs[0]}, {inputs[1]}, {inputs[2]}$, and the loss is $L = \\tfrac12 (h_3 - y)^2$ with "
        f"$y = {tex(target)}$."
    )


def _forward(h: Sequence[Fraction], target: Fraction) -> str:
    return (
        f"Forward: $h_1 = {tex(h[1])}$, $h_2 = {tex(h[2])}$, $h_3 = {tex(h[3])}$. The error at the end is "
        f"$\\delta_3 = h_3 - y = {show_number(h[3] - target)}$.\n\n"
    )


def _signed(number: Fraction) -> str:
    return f"({tex(number)})" if number < 0 else tex(number)


CARDS = [linear_states, bptt_by_hand, truncated_bptt, rnn_parameters]
