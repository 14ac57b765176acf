"""Numeric cards on feedforward networks: counting parameters and work, and the loss at the top."""

import itertools
import math
import random
from collections.abc import Sequence

from sharpen.domain.card import Numeric


def dense_parameters(widths: Sequence[int]) -> int:
    """Weights and biases of a fully connected network with these widths, input first."""
    return sum(a * b + b for a, b in itertools.pairwise(widths))


def conv_side(side: int, kernel: int, stride: int, padding: int) -> int:
    """Side of the output of a convolution or a pooling, with the padding on each side."""
    return (side + 2 * padding - kernel) // stride + 1


def conv_weights(kernel: int, channels_in: int, channels_out: int) -> int:
    """Weights and biases of a convolution with a square kernel."""
    return kernel**2 * channels_in * channels_out + channels_out


def conv_work(side_out: int, kernel: int, channels_in: int, channels_out: int) -> int:
    """Multiply-adds of a convolution on one image, biases left out."""
    return side_out**2 * channels_out * kernel**2 * channels_in


def softmax_loss(logits: Sequence[float], label: int) -> float:
    """Cross-entropy, in nats, of softmax(logits) against one class."""
    return math.log(math.fsum(math.exp(z) for z in logits)) - logits[label]


def mlp_parameters(rng: random.Random) -> Numeric:
    """How many parameters a small network has."""
    d, a, b, k = rng.choice([10, 20, 50, 100]), rng.choice([16, 32, 64]), rng.choice([8, 10, 20]), rng.randint(2, 6)
    answer = dense_parameters((d, a, b, k))
    return Numeric(
        f"A fully connected network has {d} inputs, hidden layers of {a} and {b} units, and {k} outputs. Every layer "
        "has biases. How many parameters does it have?",
        answer,
        "Each layer has inputs times units weights and one bias a unit:\n\n"
        f"$${d} \\cdot {a} + {a} = {d * a + a}, \\quad {a} \\cdot {b} + {b} = {a * b + b}, \\quad "
        f"{b} \\cdot {k} + {k} = {b * k + k}$$\n\nTogether: ${answer}$.",
    )


def conv_output_side(rng: random.Random) -> Numeric:
    """The side of a convolution's output."""
    n, k, s = rng.choice([28, 32, 56, 64, 75, 100, 128, 224]), rng.choice([3, 5, 7]), rng.randint(1, 4)
    p = rng.randint(0, k // 2)
    answer, rest = conv_side(n, k, s, p), (n + 2 * p - k) % s
    last = f" The last {rest} rows and columns of the padded image are not reached: the floor." if rest > 1 else ""
    last = " The last row and column of the padded image are not reached: the floor." if rest == 1 else last
    return Numeric(
        f"An image of {n} by {n} pixels goes through a convolution with a {k} by {k} kernel, stride {s}, and padding "
        f"{p} on each of the four sides (no dilation). How many rows does its output have?",
        answer,
        f"$$\\left\\lfloor \\frac{{{n} + 2 \\cdot {p} - {k}}}{{{s}}} \\right\\rfloor + 1 = "
        f"\\left\\lfloor \\frac{{{n + 2 * p - k}}}{{{s}}} \\right\\rfloor + 1 = {answer - 1} + 1 = {answer}$$" + last,
    )


def conv_parameters(rng: random.Random) -> Numeric:
    """How many parameters a convolution has, whatever the image."""
    k, a, b = rng.choice([1, 3, 5]), rng.choice([3, 8, 16, 32, 64]), rng.choice([10, 16, 32, 64, 128])
    n = rng.choice([32, 64, 224])
    answer = conv_weights(k, a, b)
    return Numeric(
        f"A convolution with {k} by {k} kernels takes {a} channels of {n} by {n} pixels to {b} channels. Each output "
        "channel has one bias. How many parameters does the layer have?",
        answer,
        f"Each output channel has a kernel over all {a} input channels, ${k}^2 \\cdot {a} = {k * k * a}$ weights, and "
        f"one bias:\n\n$$({k * k * a} + 1) \\cdot {b} = {answer}$$\n\nThe {n} by {n} pixels do not matter: the kernel "
        "is shared by all positions.",
    )


def conv_multiply_adds(rng: random.Random) -> Numeric:
    """How many multiply-adds a convolution needs."""
    n, k, s = rng.choice([28, 32, 56, 64, 112]), rng.choice([3, 5]), rng.choice([1, 2])
    a, b = rng.choice([16, 32, 64]), rng.choice([32, 64, 128])
    side = conv_side(n, k, s, k // 2)
    answer = conv_work(side, k, a, b) / 1e6
    return Numeric(
        f"A convolution with {k} by {k} kernels, stride {s} and padding {k // 2} takes {a} channels of {n} by {n} "
        f"pixels to {b} channels. How many million multiply-adds does one image need? Count a multiplication with its "
        "addition as one, count the zeros of the padding like pixels, and leave out the biases. Within 1 % is right.",
        answer,
        f"The output has $\\lfloor ({n} + 2 \\cdot {k // 2} - {k})/{s} \\rfloor + 1 = {side}$ rows and columns. "
        f"Each of its ${side}^2 \\cdot {b} = {side**2 * b}$ values is a sum of ${k}^2 \\cdot {a} = {k * k * a}$ "
        "products:\n\n"
        f"$${side**2 * b} \\cdot {k * k * a} \\approx {answer:.2f} \\text{{ million}}$$",
        0.01 * answer,
        "million",
    )


def softmax_cross_entropy(rng: random.Random) -> Numeric:
    """The loss of one example."""
    logits, label = rng.sample([-1, 0, 1, 2], 3), rng.randrange(3)
    answer = softmax_loss(logits, label)
    total = math.fsum(map(math.exp, logits))
    shown = ", ".join(map(str, logits))
    terms = " + ".join(f"e^{{{z}}}" for z in logits)
    return Numeric(
        f"A classifier gives the logits $({shown})$ for classes 1, 2, 3, and the true class is {label + 1}. What is "
        "the cross-entropy of its softmax, with the natural logarithm? Within 0.005 is right.",
        answer,
        f"$${terms} = {total:.4f}, \\qquad p_{label + 1} = \\frac{{e^{{{logits[label]}}}}}{{{total:.4f}}} = "
        f"{math.exp(logits[label]) / total:.4f}$$\n\n"
        f"$$-\\ln p_{label + 1} = \\ln {total:.4f} - ({logits[label]}) = {answer:.4f}$$",
        0.005,
        "nats",
    )


CARDS = [mlp_parameters, conv_output_side, conv_parameters, conv_multiply_adds, softmax_cross_entropy]
