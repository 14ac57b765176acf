"""Talking about one's own work: the length of a story, stories that cover, numbers rebuilt from one another."""

import numpy as np

from tests.content.recomputing import another_way

# STAR method


@another_way("star-method", "seconds_when_told", "draw_telling")
def word_after_word(words: int, pace: int) -> float:
    return float(np.full(words, 60 / pace).sum())


@another_way("star-method", "words_to_cut", "draw_shares")
def by_a_root(situation: int, task: int, action: int, result: int) -> float:
    from scipy.optimize import brentq

    def above(cut: float) -> float:
        return (situation - cut) / (situation - cut + task + action + result) - 0.15

    return float(brentq(above, 0, situation, xtol=1e-12))


@another_way("star-method", "fewest_stories", "draw_table")
def by_integer_programming(*table: tuple[int, ...]) -> float:
    from scipy.optimize import LinearConstraint, milp

    shows = np.array([[competency in story for story in table] for competency in range(6)], float)
    found = milp(np.ones(6), integrality=np.ones(6), bounds=(0, 1), constraints=LinearConstraint(shows, lb=1))
    return float(found.fun)


# Deep dive into a project


@another_way("project-deep-dive", "share_of_the_simple_one", "draw_rankers")
def by_interpolation(floor: int, simple: int, ours: int) -> float:
    return float(np.interp(simple, [floor, ours], [0, 100]))


@another_way("project-deep-dive", "gain_against_seeds", "draw_seeds")
def by_a_t_test(gain: int, deviation: int, seeds: int) -> float:
    from scipy.stats import ttest_ind_from_stats

    return float(ttest_ind_from_stats(gain, deviation, seeds, 0, deviation, seeds).statistic)


@another_way("project-deep-dive", "error_from_interval", "draw_interval")
def by_the_normal_distribution(middle: int, half: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import norm

    def above(error: float) -> float:
        return float(norm.ppf(0.975, middle, error)) - (middle + half)

    return float(brentq(above, 1e-6, 10 * half, xtol=1e-12)) / 100
