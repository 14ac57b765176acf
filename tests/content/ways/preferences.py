"""Preference optimization: the best policy, pairs, groups and the clipped term."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way


@another_way("preference-optimization", "best_policy", "draw_answers")
def by_mirror_ascent(shares: list[float], rewards: list[int], beta: float) -> float:
    """Climbs the expected reward minus beta KL, a part of the way in each step."""
    policy = np.array(shares)
    for _ in range(200):
        policy = policy * np.exp(0.5 * (np.array(rewards) / beta - np.log(policy / shares)))
        policy /= policy.sum()
    return float(policy[0])


@another_way("preference-optimization", "loss_of_a_pair", "draw_ratios")
def by_the_chance_to_win(beta: float, chosen: float, rejected: float) -> float:
    from scipy.stats import logistic

    return -float(logistic(loc=beta * rejected).logcdf(beta * chosen))


@another_way("preference-optimization", "advantage_of_a_right_answer", "draw_group")
def by_z_scores(right: int, group: int) -> float:
    from scipy.stats import zscore

    return float(zscore([1] * right + [0] * (group - right))[0])


@another_way("preference-optimization", "term_of_a_token", "draw_token")
def by_its_slopes(ratio: Fraction, advantage: int, bound: Fraction) -> float:
    """From the ratio 1 in steps of a thousandth; those beyond the bound that the advantage points to add nothing."""
    steps = np.linspace(1, float(ratio), round(1_000 * abs(ratio - 1)) + 1)
    middles = (steps[1:] + steps[:-1]) / 2
    counts = middles < 1 + bound if advantage > 0 else middles > 1 - bound
    return float(advantage * (1 + np.sum(np.diff(steps)[counts])))
