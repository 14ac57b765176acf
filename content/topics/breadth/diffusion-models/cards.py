"""Numeric cards on diffusion models: noise put in and taken out, what a schedule leaves, and the price of an image."""

import math
from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def noised(betas: list[Fraction], x: int, noise: Fraction) -> float:
    """A number after all steps, in one go."""
    kept = math.prod(1 - beta for beta in betas)
    return math.sqrt(kept) * x + math.sqrt(1 - kept) * float(noise)


def draw_steps(rng: Random) -> tuple[list[Fraction], int, Fraction]:
    """Variances of three steps, a number and its noise; the square roots matter, and the result is not small."""
    while True:
        betas = [Fraction(rng.randint(1, 12), 20) for _ in range(3)]
        x, noise = rng.choice([-4, -3, -2, 2, 3, 4]), Fraction(rng.choice([-4, -3, -1, 1, 3, 4]), 2)
        kept, result = math.prod(1 - beta for beta in betas), noised(betas, x, noise)
        if abs(result) > 0.5 and abs(kept * x + (1 - kept) * noise - result) > 0.1:
            return betas, x, noise


def after_three_steps(rng: Random) -> Numeric:
    betas, x, noise = draw_steps(rng)
    kept, answer = float(math.prod(1 - beta for beta in betas)), noised(betas, x, noise)
    variances = ", ".join(f"{float(beta):g}" for beta in betas)
    alphas = " \\cdot ".join(f"{float(1 - beta):g}" for beta in betas)
    return Numeric(
        f"A diffusion model has $\\beta = {variances}$. What is $x_3$ for $x_0 = {x}$, if the noise of all three steps "
        f"together is $\\varepsilon = {float(noise):g}$? Within 0.02 is right.",
        answer,
        f"$\\bar\\alpha_3 = {alphas} = {kept:.4f}$, so $\\sqrt{{{kept:.4f}}} \\cdot ({x}) + \\sqrt{{{1 - kept:.4f}}} "
        f"\\cdot ({float(noise):g}) = {answer:.3f}$.",
        0.02,
    )


def clean(signal: Fraction, spread: Fraction, x: Fraction, noise: Fraction) -> Fraction:
    """What is left when the predicted noise is taken out at once."""
    return (x - spread * noise) / signal


def draw_noised(rng: Random) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The two square roots, a noised number and its predicted noise."""
    a, b, c = rng.choice([(3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17)])
    x, noise = Fraction(rng.randint(-8, 8), 4), Fraction(rng.choice([-3, -2, -1, 1, 2, 3]), 2)
    return Fraction(a, c), Fraction(b, c), x, noise


def estimate_of_the_clean(rng: Random) -> Numeric:
    signal, spread, x, noise = draw_noised(rng)
    answer = clean(signal, spread, x, noise)
    a, b, pixel, predicted = map(show_number, (signal, spread, x, noise))
    return Numeric(
        f"At some step $\\bar\\alpha_t = ({a})^2$ and $1 - \\bar\\alpha_t = ({b})^2$. A pixel is $x_t = {pixel}$, and "
        f"the network predicts the noise $\\hat\\varepsilon = {predicted}$. Which clean value $\\hat x_0$ does that "
        "mean? (Exact; a fraction is welcome.)",
        answer,
        "$x_t = \\sqrt{\\bar\\alpha_t}\\, \\hat x_0 + \\sqrt{1 - \\bar\\alpha_t}\\, \\hat\\varepsilon$, solved: "
        f"$({pixel} - {b} \\cdot ({predicted})) / ({a}) = {show_number(answer)}$.",
    )


def steps_until(beta: Fraction, share: Fraction) -> int:
    """The first step after which less than a share of the variance of the data is left."""
    return math.ceil(math.log(share) / math.log(1 - beta))


def draw_schedule(rng: Random) -> tuple[Fraction, Fraction]:
    return Fraction(rng.choice([1, 2, 3, 4, 5, 8]), 100), Fraction(1, rng.choice([3, 5, 10, 20, 50, 1000]))


def steps_to_noise(rng: Random) -> Numeric:
    beta, share = draw_schedule(rng)
    answer, left = steps_until(beta, share), show_number(share)
    alpha = f"{float(1 - beta):g}"
    return Numeric(
        f"All steps have $\\beta = {float(beta):g}$. After how many steps is, for the first time, less than {left} of "
        "the data's variance left, that is $\\bar\\alpha_t$ below it?",
        answer,
        f"${alpha}^t < {left}$, so $t > \\ln ({left}) / \\ln {alpha} = {math.log(share) / math.log(1 - beta):.2f}$: "
        f"{answer} steps.",
    )


def seconds(steps: int, milliseconds: int, decoding: int) -> Fraction:
    """An image with guidance: two evaluations a step, then the decoder once."""
    return Fraction(2 * steps * milliseconds + decoding, 1000)


def draw_sampler(rng: Random) -> tuple[int, int, int]:
    return rng.choice([20, 25, 30, 40, 50]), rng.choice([15, 20, 25, 30, 40]), rng.choice([50, 60, 80, 120])


def time_of_an_image(rng: Random) -> Numeric:
    steps, milliseconds, decoding = draw_sampler(rng)
    answer = seconds(steps, milliseconds, decoding)
    return Numeric(
        f"A latent diffusion model samples with {steps} DDIM steps and classifier-free guidance; nothing is batched. "
        f"One evaluation of the network takes {milliseconds} ms, decoding the latent {decoding} ms. How many seconds "
        "does an image take?",
        answer,
        "Each step evaluates the network with the text and without: "
        f"$2 \\cdot {steps} \\cdot {milliseconds} + {decoding} = {2 * steps * milliseconds + decoding}$ ms.",
        unit="s",
    )


CARDS = [after_three_steps, estimate_of_the_clean, steps_to_noise, time_of_an_image]
