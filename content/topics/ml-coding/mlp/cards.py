"""Numeric cards on multilayer perceptrons: parameters, a forward pass, the error at the logits."""

import itertools
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def parameters(sizes: list[int]) -> int:
    """Weights and biases of fully connected layers."""
    return sum(a * b + b for a, b in itertools.pairwise(sizes))


def draw_sizes(rng: random.Random) -> list[int]:
    return [
        rng.choice([4, 10, 20, 64, 784]),
        rng.choice([8, 16, 32, 100]),
        rng.choice([8, 16, 50]),
        rng.choice([2, 3, 10]),
    ]


def count_parameters(rng: random.Random) -> Numeric:
    sizes = draw_sizes(rng)
    answer = parameters(sizes)
    steps = list(itertools.pairwise(sizes))
    return Numeric(
        f"A fully connected network has layers of {sizes[0]} (input), {sizes[1]}, {sizes[2]} and {sizes[3]} (output) "
        "units, with biases. How many parameters does it have?",
        answer,
        "Each layer has a weight for each pair of units and a bias for each of its own: $"
        + " + ".join(f"({a} \\cdot {b} + {b})" for a, b in steps)
        + " = "
        + " + ".join(str(a * b + b) for a, b in steps)
        + f" = {answer}$.",
    )


def linear(weights: list[int], names: tuple[str, str], constant: int = 0) -> str:
    """A linear expression as one writes it: no factor 1, no term of zero, and signs in their places."""
    terms = [
        f"{'-' if w < 0 else '+'} {'' if abs(w) == 1 else abs(w)} {x}" for w, x in zip(weights, names, strict=True) if w
    ]
    terms += [f"{'-' if constant < 0 else '+'} {abs(constant)}"] if constant or not terms else []
    return " ".join(" ".join(terms).removeprefix("+").split())


def relu_output(x: list[int], rows: list[list[int]], biases: list[int], out: list[int]) -> int:
    """The output of one hidden ReLU layer; `rows` are the weights into each hidden unit."""
    hidden = [max(0, sum(a * b for a, b in zip(x, row, strict=True)) + c) for row, c in zip(rows, biases, strict=True)]
    return sum(a * b for a, b in zip(hidden, out, strict=True))


def draw_network(rng: random.Random) -> tuple[list[int], list[list[int]], list[int], list[int]]:
    """A network with one unit that is on and one that is drawn freely."""
    x = [rng.randint(1, 3), rng.randint(-3, 3)]
    rows = [
        [rng.randint(1, 3), rng.choice([0, 1]) * (1 if x[1] > 0 else -1)],
        [rng.choice([-3, -2, -1, 1, 2]), rng.randint(-2, 2)],
    ]
    return x, rows, [rng.randint(0, 2), rng.randint(-2, 1)], [rng.choice([-2, -1, 1, 2, 3]), rng.choice([-3, -1, 2])]


def forward(rng: random.Random) -> Numeric:
    x, rows, biases, out = draw_network(rng)
    answer = relu_output(x, rows, biases, out)
    z = [sum(a * b for a, b in zip(x, row, strict=True)) + c for row, c in zip(rows, biases, strict=True)]
    h = [max(0, value) for value in z]
    units = " and ".join(
        f"$h_{i + 1} = \\text{{ReLU}}({linear(row, ('x_1', 'x_2'), biases[i])})$" for i, row in enumerate(rows)
    )
    return Numeric(
        f"A network has two hidden units, {units}, and the output ${linear(out, ('h_1', 'h_2'))}$. What is the output "
        f"at $x = ({x[0]}, {x[1]})$?",
        answer,
        f"Before the ReLU: ${z[0]}$ and ${z[1]}$; after: ${h[0]}$ and ${h[1]}$. The output is "
        f"${out[0]} \\cdot {h[0]} {'-' if out[1] < 0 else '+'} {abs(out[1])} \\cdot {h[1]} = {answer}$.",
    )


def error_at_logit(parts: list[int], label: int, place: int, n: int) -> Fraction:
    """dL/dz of one logit of one example; softmax probabilities are proportional to parts."""
    return (Fraction(parts[place], sum(parts)) - (place == label)) / n


def draw_error(rng: random.Random) -> tuple[list[int], int, int, int]:
    return rng.sample([1, 2, 3, 4, 5, 6], 3), rng.randrange(3), rng.randrange(3), rng.choice([2, 4, 5, 10])


def logit_error(rng: random.Random) -> Numeric:
    parts, label, place, n = draw_error(rng)
    answer = error_at_logit(parts, label, place, n)
    chance = Fraction(parts[place], sum(parts))
    logits = ", ".join(f"\\ln {part}" for part in parts)
    return Numeric(
        f"The loss is the mean cross-entropy (natural logarithm, after softmax) over a batch of {n} examples. One of "
        f"them has the logits $({logits})$ for classes 1, 2, 3 and the label {label + 1}. What is the derivative of "
        f"the loss with respect to its logit of class {place + 1}? (Exact; a fraction is welcome.)",
        answer,
        f"Softmax gives the probability ${show_number(chance)}$, as $e^{{\\ln a}} = a$. The derivative is $(p - y)/n = "
        f"({show_number(chance)} - {int(place == label)})/{n} = {show_number(answer)}$.",
    )


CARDS = [count_parameters, forward, logit_error]
