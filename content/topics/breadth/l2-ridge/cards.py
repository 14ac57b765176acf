"""Cards of ridge regression: one feature, a feature twice, effective parameters, weight decay."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def ridge_weight(x: list[int], y: list[int], penalty: int, copies: int = 1) -> Fraction:
    """The weight of a single feature, or of each of its copies, without an intercept."""
    inner, squared = sum(a * b for a, b in zip(x, y, strict=True)), sum(a * a for a in x)
    return Fraction(inner, copies * squared + penalty)


def draw_feature(rng: random.Random) -> tuple[list[int], list[int], int]:
    """A feature, a target that follows it, so that no weight is zero, and the penalty."""
    x = [rng.randint(1, 4), rng.randint(-3, 3), rng.randint(1, 3)]
    slope = rng.choice([-3, -2, 2, 3])
    return x, [slope * a + rng.randint(-1, 1) for a in x], rng.randint(1, 12)


def setting(x: list[int], y: list[int], penalty: int) -> str:
    return (
        f"$x = ({', '.join(map(str, x))})$ and $y = ({', '.join(map(str, y))})$. Ridge regression without an intercept "
        f"minimizes $\\lVert y - Xw \\rVert^2 + \\lambda \\lVert w \\rVert^2$ with $\\lambda = {penalty}$."
    )


def one_feature(rng: random.Random) -> Numeric:
    x, y, penalty = draw_feature(rng)
    answer = ridge_weight(x, y, penalty)
    inner, squared = sum(a * b for a, b in zip(x, y, strict=True)), sum(a * a for a in x)
    return Numeric(
        f"One feature: {setting(x, y, penalty)} What is the weight? (Exact; a fraction is welcome.)",
        answer,
        f"$x^\\top y = {inner}$ and $x^\\top x = {squared}$. $w = \\frac{{x^\\top y}}{{x^\\top x + \\lambda}} = "
        f"\\frac{{{inner}}}{{{squared} + {penalty}}} = {show_number(answer)}$. Least squares would give "
        f"${show_number(Fraction(inner, squared))}$.",
    )


def feature_twice(rng: random.Random) -> Numeric:
    x, y, penalty = draw_feature(rng)
    answer = ridge_weight(x, y, penalty, copies=2)
    inner, squared = sum(a * b for a, b in zip(x, y, strict=True)), sum(a * a for a in x)
    return Numeric(
        f"The same feature is in the data **twice**, as two equal columns $x$: {setting(x, y, penalty)} What is the "
        "weight of **each** copy? (Exact; a fraction is welcome.)",
        answer,
        "The penalty is strictly convex and the columns are interchangeable, so both weights are equal, $w$ say. "
        f"Setting the derivative to zero: $x^\\top(y - 2wx) = \\lambda w$, so $w = \\frac{{{inner}}}{{2 \\cdot "
        f"{squared} + {penalty}}} = {show_number(answer)}$. Their sum is ${show_number(2 * answer)}$; a single copy "
        f"would get ${show_number(ridge_weight(x, y, penalty))}$.",
    )


def halving_penalty(strong: int, weak: int) -> int:
    """The penalty at which two directions with these singular values count as one parameter together."""
    return strong * weak


def draw_spectrum(rng: random.Random) -> tuple[int, int]:
    weak, strong = sorted(rng.sample(range(1, 13), 2))
    return strong, weak


def degrees_of_freedom(rng: random.Random) -> Numeric:
    strong, weak = draw_spectrum(rng)
    answer = halving_penalty(strong, weak)
    kept = [Fraction(d * d, d * d + answer) for d in (strong, weak)]
    return Numeric(
        f"$X$ has two columns and the singular values ${strong}$ and ${weak}$. Ridge regression minimizes "
        "$\\lVert y - Xw \\rVert^2 + \\lambda \\lVert w \\rVert^2$. Its effective number of parameters, the trace of "
        "the matrix that maps $y$ to the fitted values, is $2$ for $\\lambda = 0$. For which $\\lambda$ is it "
        "**halved**? (Exact.)",
        answer,
        "A direction with singular value $d$ counts $\\frac{d^2}{d^2 + \\lambda}$. "
        f"$\\frac{{{strong**2}}}{{{strong**2} + \\lambda}} + \\frac{{{weak**2}}}{{{weak**2} + \\lambda}} = 1$ "
        f"becomes $\\lambda^2 = {strong**2} \\cdot {weak**2}$ when the fractions are cleared, so $\\lambda = {strong} "
        f"\\cdot {weak} = {answer}$. The strong direction then keeps ${show_number(kept[0])}$ and the weak one "
        f"${show_number(kept[1])}$: the weak direction pays for most of it.",
    )


def decayed(weight: Fraction, gradient: Fraction, rate: Fraction, penalty: Fraction) -> Fraction:
    """A weight after one SGD step on the loss plus half the penalty times the squared weight."""
    return weight - rate * (gradient + penalty * weight)


def draw_decay(rng: random.Random) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    weight = Fraction(rng.choice([-40, -25, -20, -10, 10, 20, 25, 30, 50]), 10)
    gradient = Fraction(rng.choice([-30, -20, -15, -5, 5, 10, 20, 40]), 10)
    return weight, gradient, Fraction(rng.choice([1, 2, 5]), 10), Fraction(rng.choice([1, 2, 4, 5]), 10)


def decay_step(rng: random.Random) -> Numeric:
    weight, gradient, rate, penalty = draw_decay(rng)
    answer = decayed(weight, gradient, rate, penalty)
    w, g, eta, lam = (f"{float(value):g}" for value in (weight, gradient, rate, penalty))
    return Numeric(
        f"A weight is ${w}$, and the loss without penalty has the derivative ${g}$ with respect to it. Plain SGD takes "
        f"one step with learning rate ${eta}$ on the loss plus $\\frac{{\\lambda}}{{2}} \\lVert w \\rVert^2$, "
        f"$\\lambda = {lam}$. What is the weight afterward? (Exact.)",
        answer,
        f"The whole derivative is ${g} + {lam} \\cdot ({w}) = {float(gradient + penalty * weight):g}$. $w = {w} - "
        f"{eta} \\cdot ({float(gradient + penalty * weight):g}) = {float(answer):g}$. The same as weight decay: $(1 - "
        f"{eta} \\cdot {lam}) \\cdot ({w}) - {eta} \\cdot ({g})$.",
    )


CARDS = [one_feature, feature_twice, degrees_of_freedom, decay_step]
