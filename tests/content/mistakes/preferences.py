"""Mistakes in preference optimization."""

from tests.content.mistakes import Mistake
from tests.content.ways.preferences import by_mirror_ascent, by_the_chance_to_win, by_z_scores

MISTAKES = (
    Mistake(
        "preference-optimization/best-policy",
        "without the reference",
        lambda shares, rewards, beta: by_mirror_ascent([1 / 3] * len(shares), rewards, beta),
    ),
    Mistake(
        "preference-optimization/best-policy",
        "without beta",
        lambda shares, rewards, _: by_mirror_ascent(shares, rewards, 1),
    ),
    Mistake(
        "preference-optimization/loss-of-a-pair",
        "the chosen answer alone",
        lambda beta, chosen, _: by_the_chance_to_win(beta, chosen, 0),
    ),
    Mistake(
        "preference-optimization/loss-of-a-pair",
        "without beta",
        lambda _, chosen, rejected: by_the_chance_to_win(1, chosen, rejected),
    ),
    Mistake(
        "preference-optimization/advantage-of-a-right-answer",
        "divides by one less",
        lambda right, group: by_z_scores(right, group) * ((group - 1) / group) ** 0.5,
    ),
    Mistake(
        "preference-optimization/term-of-a-token",
        "cuts always",
        lambda ratio, advantage, bound: float(advantage * (1 + bound if ratio > 1 else 1 - bound)),
        harmless=lambda ratio, advantage, _: (ratio > 1) == (advantage > 0),
    ),
)
