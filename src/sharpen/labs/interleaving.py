"""Interleaving: two rankers fill one list together, and what members do with it says whose items they prefer.

Radlinski, Kurup and Joachims, How Does Clickthrough Data Reflect Retrieval Quality?, CIKM 2008. Each member sees both
rankers at once, so that what sets members apart, which an experiment with two groups must average out, is gone.
What it cannot see is what a ranker does to the visits that follow: both share them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from sharpen.domain.lab_report import Interval
from sharpen.labs.columns import Array, Floats
from sharpen.labs.statistics import ALPHA, binomial_tail


def team_draft(first: Array, second: Array, coins: Array) -> tuple[Array, NDArray[np.bool_]]:
    """The items of two rankings in turn, and which of them the second picked; shapes (requests, items).

    In each round both pick the best of theirs that is not taken; a coin of shape (requests, rounds), true for the
    second, says who is first. Both rankings hold the same items, numbered from 0.
    """
    count, items = first.shape
    every = np.arange(count)
    ranks = np.argsort(np.stack([first, second]), axis=2)
    taken = np.zeros((count, items), bool)
    list_, owner = np.empty((count, items), int), np.empty((count, items), bool)
    for slot in range(items):
        picking = coins[:, slot // 2] ^ bool(slot % 2)
        wanted = ranks[picking.astype(int), every]
        pick = np.argmin(np.where(taken, items, wanted), axis=1)
        taken[every, pick] = True
        list_[:, slot], owner[:, slot] = pick, picking
    return list_, owner


@dataclass(frozen=True)
class Preference:
    """How many units preferred each ranker, the share that preferred the second, and a sign test that it is a half.

    Units that preferred neither are left out. The interval is that of Clopper and Pearson, which agrees with the test.
    """

    first: int
    second: int
    share: Interval
    p_value: float


def preference(units: Array, credit: Floats) -> Preference:
    """Whom the units prefer, given the credit of each request: what the second earned in it less what the first did.

    A unit counts once, however often it came.
    """
    _, of = np.unique(units, return_inverse=True)
    sums = np.bincount(of, credit)
    first, second = int((sums < 0).sum()), int((sums > 0).sum())
    both = first + second
    if not both:
        return Preference(0, 0, Interval(float("nan"), float("nan"), float("nan")), 1.0)
    low = float(betaincinv(second, first + 1, ALPHA / 2)) if second else 0.0
    high = float(betaincinv(second + 1, first, 1 - ALPHA / 2)) if first else 1.0
    return Preference(first, second, Interval(second / both, low, high), binomial_tail(second, both, 0.5))
