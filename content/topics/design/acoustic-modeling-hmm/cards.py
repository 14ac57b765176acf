"""Numeric cards on HMMs of sounds: durations, scores from posteriors, and parameters of mixtures."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_chain(rng: random.Random) -> tuple[int, int, int]:
    """States in a chain, tenths of the probability to stay, and a number of frames."""
    states, stay = rng.choice([2, 3, 4]), rng.randint(3, 8)
    mean = states * 10 // (10 - stay)
    return states, stay, rng.randint(states + 1, mean + 3)


def lasting(rng: random.Random) -> Numeric:
    states, tenths, frames = draw_chain(rng)
    stay = tenths / 10
    shares = [
        math.comb(d - 1, states - 1) * (1 - stay) ** states * stay ** (d - states) for d in range(states, frames + 1)
    ]
    answer = sum(shares)
    return Numeric(
        f"A sound is a chain of {states} states, all of which must be passed in turn. From frame to frame a state is "
        f"kept with probability {stay:g}, otherwise the next one begins, or the sound ends. With what probability "
        f"does the sound last **at most {frames} frames**? (Within 0.005.)",
        answer,
        f"It lasts $d$ frames with $\\binom{{d - 1}}{{{states - 1}}} \\cdot {1 - stay:.1g}^{{{states}}} \\cdot "
        f"{stay:g}^{{d - {states}}}$. For $d = {states}$ to ${frames}$ these are "
        f"{', '.join(f'{share:.4f}' for share in shares)}, together {answer:.4f}.",
        0.005,
    )


def draw_posteriors(rng: random.Random) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """For silence and another state: what the network says, and their shares in the training."""
    hundredths = [rng.randint(30, 70), rng.randint(5, 29), rng.randint(30, 60), rng.randint(2, 9)]
    return (
        Fraction(hundredths[0], 100),
        Fraction(hundredths[1], 100),
        Fraction(hundredths[2], 100),
        Fraction(hundredths[3], 100),
    )


def score_against_silence(rng: random.Random) -> Numeric:
    silence, other, often, rarely = draw_posteriors(rng)
    answer = (other / rarely) / (silence / often)
    return Numeric(
        f"For a frame $x$ a network says silence with {float(silence):g}, the state $s$ with {float(other):g}. In its "
        f"training {float(100 * often):g}% of the frames were silence and {float(100 * rarely):g}% were $s$. What is "
        "$p(x \\mid s) / p(x \\mid \\text{silence})$, by which an HMM weighs the two? (Within 1%.)",
        answer,
        f"Posterior over prior: ${float(other):g} / {float(rarely):g} = {float(other / rarely):.3f}$ against "
        f"${float(silence):g} / {float(often):g} = {float(silence / often):.3f}$, a ratio of ${float(answer):.3f}$.",
        0.01 * float(answer),
    )


def draw_mixtures(rng: random.Random) -> tuple[int, int, int]:
    """States, Gaussians of each, and coefficients of a frame before differences are added."""
    return rng.choice([500, 1000, 2000, 3000, 6000]), rng.choice([8, 16, 24, 32]), rng.choice([12, 13, 20])


def parameters_of_mixtures(rng: random.Random) -> Numeric:
    states, gaussians, kept = draw_mixtures(rng)
    size = 3 * kept
    answer = states * (gaussians * 2 * size + gaussians - 1)
    return Numeric(
        f"Each of {states:,} tied states has a mixture of {gaussians} Gaussians with diagonal covariance. A frame has "
        f"{kept} coefficients with their first and second differences. How many **free parameters** do the emissions "
        "have? (Weights of a mixture sum to one.)",
        answer,
        f"A frame has {size} numbers. A state has ${gaussians} \\cdot 2 \\cdot {size}$ means and variances and "
        f"{gaussians - 1} free weights: {answer // states:,}. Times {states:,} that is {answer:,}.",
    )


CARDS = [lasting, score_against_silence, parameters_of_mixtures]
