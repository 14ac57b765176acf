"""Cards of gradient descent: a step by hand, the largest stable step, how fast it shrinks."""

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
    """Two points, w, b and the learning rate; w times x + b misses both."""
    xs = rng.sample(range(1, 5), 2)
    w, b = Fraction(rng.randint(-2, 3)), Fraction(rng.randint(-2, 2))
    ys = [int(w * x + b) + rng.choice([-3, -2, -1, 1, 2, 3]) * (place + 1) for place, x in enumerate(xs)]
    return xs, ys, w, b, Fraction(rng.choice([1, 2, 5, 10]), 100)


def regression_step(rng: random.Random) -> Numeric:
    xs, ys, w, b, rate = draw_line(rng)
    answer = stepped(w, b, xs, ys, rate)[0]
    errors = [int(w * x + b) - y for x, y in zip(xs, ys, strict=True)]
    terms = " + ".join(f"({e}) \\cdot {x}" for e, x in zip(errors, xs, strict=True))
    slope = (w - answer) / rate
    return Numeric(
        f"Model $\\hat y = wx + b$, loss the mean (not halved) of the squared errors over the two points $(x, y)$ = "
        f"$({xs[0]}, {ys[0]})$, $({xs[1]}, {ys[1]})$. From $w = {w}$, $b = {b}$, one step of gradient descent with "
        f"learning rate ${float(rate):g}$. What is $w$ then? (Exact, or to within 0.0005.)",
        answer,
        f"Errors $\\hat y - y$: ${errors[0]}$ and ${errors[1]}$. $\\partial L/\\partial w = \\tfrac22 ({terms}) = "
        f"{show_number(slope)}$. $w = {w} - {float(rate):g} \\cdot ({show_number(slope)}) = {float(answer):g}$.",
        0.0005,
    )


def largest_eigenvalue(a: int, b: int, c: int) -> float:
    """Of the symmetric matrix [[a, b], [b, c]]."""
    return (a + c + math.hypot(a - c, 2 * b)) / 2


def draw_hessian(rng: random.Random) -> tuple[int, int, int]:
    """Entries of a positive definite matrix."""
    a, c = rng.randint(3, 12), rng.randint(2, 9)
    return a, rng.choice([-1, 1]) * rng.randint(1, math.isqrt(a * c - 1)), c


def largest_stable_step(rng: random.Random) -> Numeric:
    a, b, c = draw_hessian(rng)
    large = largest_eigenvalue(a, b, c)
    answer = 2 / large
    return Numeric(
        f"$f(w) = \\tfrac12 w^\\top H w$ with $H = \\begin{{pmatrix}} {a} & {b} \\\\ {b} & {c} \\end{{pmatrix}}$. "
        "Below which learning rate does gradient descent converge from every start? (To within 1 %.)",
        answer,
        f"Trace ${a + c}$, determinant ${a * c - b * b}$: the largest eigenvalue is $L = \\tfrac12 \\big( {a + c} + "
        f"\\sqrt{{{a + c}^2 - 4 \\cdot {a * c - b * b}}} \\big) = {large:.4f}$. $2/L = {answer:.4f}$.",
        0.01 * answer,
    )


def best_rate(low: int, high: int) -> Fraction:
    """The factor of the distance a step, with the best constant step."""
    return Fraction(high - low, high + low)


def draw_curvatures(rng: random.Random) -> tuple[int, int]:
    return rng.randint(1, 6), rng.randint(8, 60)


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
