"""Cards of RMSProp: two steps by hand, AdaGrad's step, how fast a burst is forgotten, what epsilon does."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def running(gradients: list[int], beta: Fraction) -> list[Fraction]:
    """The running mean of squares after each gradient, from zero."""
    means, mean = [], Fraction(0)
    for gradient in gradients:
        mean = beta * mean + (1 - beta) * gradient**2
        means.append(mean)
    return means


def draw_two(rng: random.Random) -> tuple[list[int], Fraction]:
    """Two gradients of like sign, so that the steps do not cancel, the first not negligible; and the decay."""
    sign = rng.choice([-1, 1])
    return [sign * rng.randint(3, 9), sign * rng.randint(1, 9)], Fraction(rng.choice([8, 9]), 10)


def weight_after_two(rng: random.Random) -> Numeric:
    (a, b), beta = draw_two(rng)
    first, second = (float(mean) for mean in running([a, b], beta))
    steps = -a / math.sqrt(first), -b / math.sqrt(second)
    answer, rest = sum(steps), float(1 - beta)
    return Numeric(
        f"RMSProp with $\\beta = {float(beta):g}$, $\\eta = 1$, $\\epsilon = 0$, $v_0 = 0$, no bias correction, starts "
        f"at $w = 0$. The first two gradients are ${a}$ and ${b}$. What is $w$ after both steps? (To within 1%.)",
        answer,
        f"$v_1 = {rest:g} \\cdot {a * a} = {first:.4g}$, step $-({a})/\\sqrt{{{first:.4g}}} = {steps[0]:.4f}$. $v_2 = "
        f"{float(beta):g} \\cdot {first:.4g} + {rest:g} \\cdot {b * b} = {second:.4g}$, step "
        f"$-({b})/\\sqrt{{{second:.4g}}} = {steps[1]:.4f}$. Together ${answer:.4f}$.",
        0.01 * abs(answer),
    )


def draw_history(rng: random.Random) -> tuple[list[int], int]:
    """All gradients so far, the last one the current and not negligible, and the learning rate times 100."""
    sizes = [rng.randint(1, 8) for _ in range(rng.choice([2, 3]))] + [rng.randint(3, 8)]
    return [rng.choice([-1, 1]) * size for size in sizes], rng.choice([10, 20, 50])


def adagrad_step(rng: random.Random) -> Numeric:
    gradients, percent = draw_history(rng)
    rate, last = percent / 100, gradients[-1]
    total = sum(gradient**2 for gradient in gradients)
    answer = -rate * last / math.sqrt(total)
    return Numeric(
        f"AdaGrad with $\\eta = {rate:g}$, $\\epsilon = 0$ and its sum starting at 0. A weight's gradients so far, the "
        f"current one last: ${', '.join(map(str, gradients))}$. By how much does the current step change the weight "
        "(with its sign)? (To within 1%.)",
        answer,
        f"$G = {' + '.join(str(gradient**2) for gradient in gradients)} = {total}$. The change is $-{rate:g} \\cdot "
        f"({last})/\\sqrt{{{total}}} = {answer:.4f}$. The order of the earlier gradients does not matter: AdaGrad "
        "forgets nothing.",
        0.01 * abs(answer),
    )


def steps_until(start: int, limit: int, beta: Fraction) -> int:
    """Steps with gradient 1 until the running mean, from `start`, is at most `limit`."""
    return math.ceil(math.log(Fraction(limit - 1, start - 1)) / math.log(beta))


def draw_burst(rng: random.Random) -> tuple[int, int, Fraction]:
    """The running mean after the burst, the limit, the decay; it is never reached by a hair."""
    size = rng.choice([6, 7, 8, 10, 11, 12, 14, 18, 20, 24, 25, 30])
    return size**2, rng.choice([2, 3, 5]), Fraction(rng.choice([90, 95]), 100)


def steps_to_forget(rng: random.Random) -> Numeric:
    start, limit, beta = draw_burst(rng)
    answer = steps_until(start, limit, beta)
    ratio = Fraction(limit - 1, start - 1)
    return Numeric(
        f"After a burst RMSProp's running mean of squares is $v = {start}$; $\\beta = {float(beta):g}$. From now on "
        f"every gradient is $1$. After how many steps is $v$ at most {limit} for the first time?",
        answer,
        f"$v - 1$ shrinks by $\\beta$ each step: $v_k = 1 + {start - 1} \\cdot {float(beta):g}^k \\le {limit}$ when "
        f"$k \\ge \\ln({ratio.numerator}/{ratio.denominator})/\\ln {float(beta):g} = "
        f"{math.log(ratio) / math.log(beta):.2f}$, so ${answer}$. AdaGrad would never get there: its sum only grows.",
    )


def draw_tiny(rng: random.Random) -> tuple[int, int, int, bool]:
    """The gradient as digit and exponent, epsilon's exponent, and whether epsilon stands inside the root."""
    inside = rng.random() < 0.5
    power = rng.choice([6, 8, 10])
    return rng.randint(1, 4 if inside else 9), (power // 2 if inside else power), power, inside


def damped(digit: int, exponent: int, power: int, inside: bool) -> float:
    """Step over learning rate under a steady gradient."""
    gradient, epsilon = digit * 10.0**-exponent, 10.0**-power
    return gradient / (math.sqrt(gradient**2 + epsilon) if inside else gradient + epsilon)


def step_with_epsilon(rng: random.Random) -> Numeric:
    digit, exponent, power, inside = draw_tiny(rng)
    answer = damped(digit, exponent, power, inside)
    formula = "g/\\sqrt{v + \\epsilon}" if inside else "g/(\\sqrt v + \\epsilon)"
    gradient = f"{digit} \\cdot 10^{{-{exponent}}}" if digit > 1 else f"10^{{-{exponent}}}"
    work = (
        f"\\frac{{{digit}}}{{\\sqrt{{{digit}^2 + 1}}}}$, as $\\sqrt\\epsilon = 10^{{-{exponent}}}$"
        if inside
        else f"\\frac{{{digit}}}{{{digit} + 1}} = {show_number(Fraction(digit, digit + 1))}$"
    )
    return Numeric(
        f"A weight's gradient has been $g = {gradient}$ at every step, for so long that $v = g^2$. RMSProp steps by "
        f"$\\eta\\, {formula}$, $\\epsilon = 10^{{-{power}}}$. How long is the step, as a multiple of $\\eta$? (To "
        "within 0.005.)",
        answer,
        f"Divide above and below by $10^{{-{exponent}}}$: ${work}. That is ${answer:.4f}$. Without $\\epsilon$ it "
        "would be 1.",
        0.005,
    )


CARDS = [weight_after_two, adagrad_step, steps_to_forget, step_with_epsilon]
