"""Cards of gradient descent: a step by hand, the largest stable step, how fast it shrinks."""

import itertools
import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def stepped(w: Fraction, b: Fraction, xs: list[int], ys: list[int], rate: Fraction) -> tuple[Fraction, Fraction]:
    """w and b after one step on the mean squared error."""
    errors = [w * x + b - y for x, y in zip(xs, ys, strict=True)]
    slope = Fraction(2, len(xs)) * sum((e * x for e, x in zip(errors, xs, strict=True)), Fraction(0))
    return w - rate * slope, b - rate * Fraction(2, len(xs)) * sum(errors, Fraction(0))


def draw_line(rng: random.Random) -> tuple[list[int], list[int], Fraction, Fraction, Fraction]:
    """Two points, w, b and the learning rate; w times x + b misses both, and the slope by w is not zero."""
    xs = rng.sample(range(1, 5), 2)
    w, b = rng.randint(-2, 3), rng.randint(-2, 2)
    first = rng.choice([-3, -2, -1, 1, 2, 3])
    second = rng.choice([error for error in (-6, -4, -2, 2, 4, 6) if error * xs[1] + first * xs[0]])
    ys = [w * xs[0] + b - first, w * xs[1] + b - second]
    return xs, ys, Fraction(w), Fraction(b), Fraction(rng.choice([1, 2, 5, 10]), 100)


def regression_step(rng: random.Random) -> Numeric:
    xs, ys, w, b, rate = draw_line(rng)
    answer = stepped(w, b, xs, ys, rate)[0]
    errors = [int(w * x + b) - y for x, y in zip(xs, ys, strict=True)]
    terms = " + ".join(f"({e}) \\cdot {x}" for e, x in zip(errors, xs, strict=True))
    slope = (w - answer) / rate
    return Numeric(
        f"Model $\\hat y = wx + b$, loss the mean (not halved) of the squared errors over the two points $(x, y)$ = "
        f"$({xs[0]}, {ys[0]})$, $({xs[1]}, {ys[1]})$. From $w = {w}$, $b = {b}$, one step of gradient descent with "
        f"learning rate ${float(rate):g}$. What is $w$ then? (To within 0.0005.)",
        float(answer),
        f"Errors $\\hat y - y$: ${errors[0]}$ and ${errors[1]}$. $\\partial L/\\partial w = \\tfrac22 ({terms}) = "
        f"{show_number(slope)}$. $w = {w} - {float(rate):g} \\cdot ({show_number(slope)}) = {float(answer):g}$.",
        0.0005,
    )


def spread(a: int, b: int, c: int) -> int:
    """The distance of the eigenvalues of [[a, b], [b, c]], rounded down."""
    return math.isqrt((a - c) ** 2 + 4 * b * b)


def largest_eigenvalue(a: int, b: int, c: int) -> int:
    """Of the symmetric matrix [[a, b], [b, c]], when its eigenvalues are whole."""
    return (a + c + spread(a, b, c)) // 2


HESSIANS = [
    (a, b, c)
    for a, b, c in itertools.product(range(2, 21), range(-9, 10), range(2, 21))
    if b and a * c > b * b and spread(a, b, c) ** 2 == (a - c) ** 2 + 4 * b * b
]
"""Positive definite matrices, not diagonal, with whole eigenvalues."""


def draw_hessian(rng: random.Random) -> tuple[int, int, int]:
    return rng.choice(HESSIANS)


def largest_stable_step(rng: random.Random) -> Numeric:
    a, b, c = draw_hessian(rng)
    large = largest_eigenvalue(a, b, c)
    answer = Fraction(2, large)
    return Numeric(
        f"$f(w) = \\tfrac12 w^\\top H w$ with $H = \\begin{{pmatrix}} {a} & {b} \\\\ {b} & {c} \\end{{pmatrix}}$. "
        "Below which learning rate does gradient descent converge from every start? (A fraction, or a decimal to "
        "within 1 % of the value.)",
        answer,
        f"Trace ${a + c}$, determinant ${a * c - b * b}$: the largest eigenvalue is $L = \\tfrac12 \\big( {a + c} + "
        f"\\sqrt{{{a + c}^2 - 4 \\cdot {a * c - b * b}}} \\big) = \\tfrac12 ({a + c} + {spread(a, b, c)}) = {large}$. "
        f"The limit is $2/L = {show_number(answer)} = {float(answer):.4f}$.",
        0.01 * float(answer),
    )


def best_rate(low: int, high: int) -> Fraction:
    """The factor of the distance a step, with the best constant step."""
    return Fraction(high - low, high + low)


def draw_curvatures(rng: random.Random) -> tuple[int, int]:
    return rng.randint(2, 9), rng.randint(12, 60)


def best_contraction(rng: random.Random) -> Numeric:
    low, high = draw_curvatures(rng)
    answer = best_rate(low, high)
    return Numeric(
        f"A quadratic loss has curvatures (Hessian eigenvalues) {low} and {high}. With the constant learning rate that "
        "makes the worst-case factor smallest, by which factor does the distance to the minimum shrink each step in "
        "the worst case? (A fraction, or a decimal to within 0.005.)",
        answer,
        f"The factors are $\\lvert 1 - {low}\\eta \\rvert$ and $\\lvert 1 - {high}\\eta \\rvert$. The larger is least "
        f"when they are equal: $1 - {low}\\eta = {high}\\eta - 1$, $\\eta = 2/{low + high}$. The factor is $1 - "
        f"{2 * low}/{low + high} = {show_number(answer)} = {float(answer):.4f}$.",
        0.005,
    )


CARDS = [regression_step, largest_stable_step, best_contraction]
