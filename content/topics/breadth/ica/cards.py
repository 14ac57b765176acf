"""Cards of ICA: the excess kurtosis of a source and of a mixture, and unmixing."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def sparse_excess(p: Fraction) -> Fraction:
    """Excess kurtosis of a variable that is 0, except for equally likely a and -a with probability p together."""
    return 1 / p - 3


def draw_sparse(rng: random.Random) -> tuple[Fraction, int]:
    return Fraction(rng.choice([1, 2, 3, 4, 5, 8, 10, 12, 15, 16]), 20), rng.choice([1, 2, 3, 5])


def source_kurtosis(rng: random.Random) -> Numeric:
    p, size = draw_sparse(rng)
    answer = sparse_excess(p)
    tails = "Positive: heavier tails than a Gaussian's" if answer > 0 else "Negative: lighter tails than a Gaussian's"
    return Numeric(
        f"A source is ${size}$ with probability ${float(p / 2):g}$, ${-size}$ with probability ${float(p / 2):g}$, and "
        "else $0$. What is its excess kurtosis $E[s^4]/E[s^2]^2 - 3$? (As a fraction, or as a decimal to within "
        "0.005.)",
        answer,
        f"The mean is $0$. $E[s^2] = {float(p):g} \\cdot {size**2}$ and $E[s^4] = {float(p):g} \\cdot {size**4}$, so "
        f"$\\frac{{E[s^4]}}{{E[s^2]^2}} = \\frac{{1}}{{{float(p):g}}}$, whatever the size. Minus 3: "
        f"${show_number(answer)}$. {tails}.",
        0.005,
    )


WEIGHTS = [(3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (15, 8, 17)]


def mixed_excess(weights: tuple[Fraction, Fraction], excess: tuple[Fraction, Fraction]) -> Fraction:
    """Excess kurtosis of a mixture of two independent sources of variance 1; the squared weights sum to one."""
    return weights[0] ** 4 * excess[0] + weights[1] ** 4 * excess[1]


def draw_mixture(rng: random.Random) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    a, b, c = rng.choice(WEIGHTS)
    sign = rng.choice([-1, 1])
    first, second = rng.sample(range(5, 16), 2)
    return (Fraction(a, c), Fraction(b, c)), (Fraction(sign * first, 10), Fraction(sign * second, 10))


def mixture_kurtosis(rng: random.Random) -> Numeric:
    weights, excess = draw_mixture(rng)
    answer = mixed_excess(weights, excess)
    (a, b), (first, second) = weights, excess
    return Numeric(
        f"Independent sources $s_1, s_2$ have mean 0, variance 1 and excess kurtosis ${float(first):g}$ and "
        f"${float(second):g}$. What is the excess kurtosis of $y = \\frac{{{a.numerator}}}{{{a.denominator}}} s_1 + "
        f"\\frac{{{b.numerator}}}{{{b.denominator}}} s_2$? (To within 0.005.)",
        answer,
        "The squared weights sum to 1, so $y$ has variance 1, and then $\\kappa(y) = a^4\\kappa(s_1) + "
        f"b^4\\kappa(s_2)$ $= {float(a**4):.4f} \\cdot ({float(first):g}) + {float(b**4):.4f} \\cdot "
        f"({float(second):g}) = {float(answer):.4f}$. The mixture is nearer to the Gaussian's 0 than the source "
        "farther from it.",
        0.005,
    )


def first_source(mixing: tuple[int, int, int, int], seen: tuple[int, int]) -> Fraction:
    """The first source, when the mixing matrix (its rows one after the other) is known."""
    a, b, c, d = mixing
    return Fraction(d * seen[0] - b * seen[1], a * d - b * c)


def draw_unmixing(rng: random.Random) -> tuple[tuple[int, int, int, int], tuple[int, int]]:
    """Whole sources that differ, and a matrix with a positive determinant that is not symmetric."""
    b, c = rng.sample([1, 2, 3], 2)
    a, d = rng.randint(max(b, c) + 1, 6), rng.randint(max(b, c) + 1, 6)
    s, t = rng.sample(range(-4, 6), 2)
    return (a, b, c, d), (a * s + b * t, c * s + d * t)


def unmixing(rng: random.Random) -> Numeric:
    mixing, seen = draw_unmixing(rng)
    a, b, c, d = mixing
    answer = first_source(mixing, seen)
    return Numeric(
        f"ICA has estimated the mixing matrix $A = \\begin{{pmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{pmatrix}}$ in $x "
        f"= As$. The microphones read $x = ({seen[0]}, {seen[1]})^\\top$. What is the first source $s_1$?",
        answer,
        f"The determinant is ${a} \\cdot {d} - {b} \\cdot {c} = {a * d - b * c}$, and $s_1 = \\frac{{{d} \\cdot "
        f"({seen[0]}) - {b} \\cdot ({seen[1]})}}{{{a * d - b * c}}} = {show_number(answer)}$. Separation is a matrix "
        "product once $A$ is known; finding $A$ is the task.",
    )


CARDS = [source_kurtosis, mixture_kurtosis, unmixing]
