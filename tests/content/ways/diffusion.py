"""Diffusion models: noise step by step, and what a schedule leaves."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way


@another_way("diffusion-models", "after_three_steps", "draw_steps")
def step_by_step(betas: list[Fraction], x: int, noise: Fraction) -> float:
    """The noise is spread over the steps so that each adds an equal share of its own deviation."""
    mean, deviation, spread = float(x), 0.0, 0.0
    for beta in map(float, betas):
        mean *= np.sqrt(1 - beta)
        deviation = np.sqrt(1 - beta) * deviation + np.sqrt(beta)
        spread = (1 - beta) * spread + beta
    return float(mean + deviation * (float(noise) * np.sqrt(spread) / deviation))


@another_way("diffusion-models", "estimate_of_the_clean", "draw_noised")
def as_an_unknown(signal: Fraction, spread: Fraction, x: Fraction, noise: Fraction) -> float:
    """The mixing as a system of two equations, the second of which says what the noise is."""
    mixing = np.array([[signal, spread], [0, 1]], float)
    return float(np.linalg.solve(mixing, np.array([x, noise], float))[0])


@another_way("diffusion-models", "steps_to_noise", "draw_schedule")
def by_counting(beta: Fraction, share: Fraction) -> int:
    left, steps = Fraction(1), 0
    while left >= share:
        left, steps = left * (1 - beta), steps + 1
    return steps


@another_way("diffusion-models", "time_of_an_image", "draw_sampler")
def by_a_clock(steps: int, milliseconds: int, decoding: int) -> float:
    clock = sum(milliseconds for _ in range(steps) for _ in ("with text", "without"))
    return (clock + decoding) / 1000
