"""Cards of momentum: steps by hand, heavy ball and Nesterov, and the long run."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def heavy_ball(w: Fraction, curvature: int, rate: Fraction, beta: Fraction, steps: int) -> list[list[Fraction]]:
    """Gradient, velocity and weight of each step on half the curvature times w squared."""
    v, rows = Fraction(0), []
    for _ in range(steps):
        gradient = curvature * w
        v = beta * v + gradient
        w -= rate * v
        rows.append([gradient, v, w])
    return rows


def draw_descent(rng: random.Random) -> tuple[Fraction, int, Fraction, Fraction]:
    """Start, curvature, learning rate, momentum, such that neither step ends at the minimum."""
    start = Fraction(rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]))
    return start, rng.choice([3, 6, 7]), Fraction(rng.choice([5, 10, 20]), 100), Fraction(rng.choice([6, 8, 9]), 10)


def work(rows: list[list[Fraction]]) -> str:
    return " ".join(
        f"Step {number}: $g = {float(g):.6g}$, $v = {float(v):.6g}$, $w = {float(w):.6g}$."
        for number, (g, v, w) in enumerate(rows, 1)
    )


def second_step(rng: random.Random) -> Numeric:
    start, curvature, rate, beta = draw_descent(rng)
    rows = heavy_ball(start, curvature, rate, beta, 2)
    return Numeric(
        f"$f(w) = \\tfrac12 \\cdot {curvature} w^2$. Gradient descent with momentum, $v_t = \\beta v_{{t-1}} + g_t$, "
        f"$w_t = w_{{t-1}} - \\eta v_t$, with $g_t = f'(w_{{t-1}})$, $\\beta = {float(beta):g}$, $\\eta = "
        f"{float(rate):g}$, $v_0 = 0$, $w_0 = {start}$. What is $w_2$? (To within 0.0005.)",
        float(rows[-1][2]),
        f"The gradient is ${curvature} \\cdot w$. {work(rows)}",
        0.0005,
    )


def look_ahead(w: Fraction, v: Fraction, curvature: int, rate: Fraction, beta: Fraction) -> Fraction:
    """The weight after one Nesterov step."""
    return w - rate * (beta * v + curvature * (w - rate * beta * v))


def draw_moving(rng: random.Random) -> tuple[Fraction, Fraction, int, Fraction, Fraction]:
    """Weight, velocity, curvature, learning rate, momentum."""
    start, curvature, rate, beta = draw_descent(rng)
    return start, Fraction(rng.choice([-6, -4, -3, -2, 2, 3, 4, 6])), curvature, rate, beta


def nesterov_step(rng: random.Random) -> Numeric:
    w, v, curvature, rate, beta = draw_moving(rng)
    answer = look_ahead(w, v, curvature, rate, beta)
    ahead = w - rate * beta * v
    speed = beta * v + curvature * ahead
    return Numeric(
        f"$f(w) = \\tfrac12 \\cdot {curvature} w^2$. Now $w = {w}$ and $v = {v}$. One Nesterov step: $v' = \\beta v + "
        f"f'(w - \\eta\\beta v)$, $w' = w - \\eta v'$, with $\\beta = {float(beta):g}$, $\\eta = {float(rate):g}$. "
        "What is $w'$? (To within 0.0005.)",
        float(answer),
        f"Look ahead: ${w} - {float(rate):g} \\cdot {float(beta):g} \\cdot ({v}) = {float(ahead):.6g}$. Gradient "
        f"there: ${float(curvature * ahead):.6g}$. $v' = {float(beta * v):.6g} + ({float(curvature * ahead):.6g}) = "
        f"{float(speed):.6g}$. $w' = {float(answer):.6g}$.",
        0.0005,
    )


def long_run(gradient: int, rate: Fraction, beta: Fraction) -> Fraction:
    """How long a step becomes under a constant gradient."""
    return rate * gradient / (1 - beta)


def draw_slope(rng: random.Random) -> tuple[int, Fraction, Fraction]:
    beta = rng.choice([Fraction(3, 5), Fraction(4, 5), Fraction(9, 10), Fraction(95, 100), Fraction(99, 100)])
    return rng.randint(2, 9), Fraction(rng.choice([1, 2, 5]), 100), beta


def terminal_step(rng: random.Random) -> Numeric:
    gradient, rate, beta = draw_slope(rng)
    answer = long_run(gradient, rate, beta)
    return Numeric(
        f"The gradient is ${gradient}$ everywhere. With $v_t = {float(beta):g}\\, v_{{t-1}} + g_t$ and $w_t = "
        f"w_{{t-1}} - {float(rate):g}\\, v_t$, which length does one step tend to? (To within 0.0005.)",
        float(answer),
        f"$v \\to g/(1 - \\beta) = {gradient}/{float(1 - beta):g} = {show_number(gradient / (1 - beta))}$. The step is "
        f"${float(rate):g}$ times that: ${float(answer):g}$.",
        0.0005,
    )


CARDS = [second_step, nesterov_step, terminal_step]
