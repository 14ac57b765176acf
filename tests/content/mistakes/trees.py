"""Mistakes in growing, using and pruning decision trees."""

import math
from collections.abc import Callable

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.trees import stump_by_entropy


def unweighted_gain(left: tuple[int, int], right: tuple[int, int], impurity: Callable[[float], float]) -> float:
    """As if both sides had half of the rows; the impurity is a function of the share of the first class."""
    shares = [(left[0] + right[0]) / (sum(left) + sum(right)), left[0] / sum(left), right[0] / sum(right)]
    whole, first, second = map(impurity, shares)
    return whole - (first + second) / 2


def gini_of(share: float) -> float:
    return 2 * share * (1 - share)


def bits_of(share: float) -> float:
    return -sum(p * math.log2(p) for p in (share, 1 - share) if p)


def gain_in_nats(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_by_entropy(left, right) * math.log(2)


MISTAKES = (
    Mistake("decision-trees/gain-in-bits", "natural logarithm", gain_in_nats),
    Mistake("tree-training-and-stopping/entropy-gain", "natural logarithm", gain_in_nats),
    *(
        Mistake(
            card, "sides not weighted", lambda left, right, impurity=impurity: unweighted_gain(left, right, impurity)
        )
        for card, impurity in (
            ("decision-trees/gain-in-gini", gini_of),
            ("decision-trees/gain-in-bits", bits_of),
            ("tree-training-and-stopping/gini-gain", gini_of),
            ("tree-training-and-stopping/entropy-gain", bits_of),
        )
    ),
    Mistake(
        "tree-inference-and-pruning/questions-asked",
        "leaves not weighted",
        lambda leaves: float(np.mean([depth for depth, _ in leaves])),
    ),
    Mistake(
        "tree-inference-and-pruning/price-of-a-leaf",
        "by all leaves, not those saved",
        lambda as_leaf, in_branch, leaves, rows: (as_leaf - in_branch) / rows / leaves,
    ),
)
