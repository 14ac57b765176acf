"""The numeric cards of trees, ensembles, foundations and linear algorithms, computed again in another way.

Each test draws the same numbers as the card, from the same seed, and gets the answer from SciPy,
scikit-learn, linear algebra or brute force.
"""

import runpy
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from sharpen.domain.card import Numeric

SEEDS = 50
Values = Any


@cache
def cards(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(bundled() / "topics" / "breadth" / topic / "cards.py"))


CHECKED: list[tuple[str, str, str, Callable[..., float]]] = []
"""Topic, card, the function that draws its numbers, and the other way to the answer."""


def another_way(topic: str, card: str, draw: str) -> Callable[[Callable[..., float]], Callable[..., float]]:
    def register(compute: Callable[..., float]) -> Callable[..., float]:
        CHECKED.append((topic, card, draw, compute))
        return compute

    return register


def floats(values: Values) -> NDArray[np.float64]:
    return np.asarray(values, dtype=float)


# Growing a tree


def stump_gain(left: tuple[int, int], right: tuple[int, int], criterion: str) -> float:
    """What scikit-learn's tree says of a split that one binary feature makes."""
    from sklearn.tree import DecisionTreeClassifier

    counts = [*left, *right]
    sides = np.repeat([0, 0, 1, 1], counts)[:, None]
    labels = np.repeat([0, 1, 0, 1], counts)
    tree = DecisionTreeClassifier(criterion=criterion, max_depth=1).fit(sides, labels).tree_
    share = tree.weighted_n_node_samples / tree.weighted_n_node_samples[0]
    return float(tree.impurity[0] - share[1] * tree.impurity[1] - share[2] * tree.impurity[2])


@another_way("tree-training-and-stopping", "entropy_gain", "draw_split")
def mutual_information(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_gain(left, right, "entropy")


@another_way("tree-training-and-stopping", "gini_gain", "draw_split")
def gini_of_stump(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_gain(left, right, "gini")


@another_way("tree-training-and-stopping", "squares_removed", "draw_targets")
def squares_of_stump(left: list[int], right: list[int]) -> float:
    from sklearn.tree import DecisionTreeRegressor

    sides = np.repeat([0, 1], [len(left), len(right)])[:, None]
    targets = floats(left + right)
    predicted = DecisionTreeRegressor(max_depth=1).fit(sides, targets).predict(sides)
    return float(((targets - targets.mean()) ** 2).sum() - ((targets - predicted) ** 2).sum())


# Using and pruning a tree


@another_way("tree-inference-and-pruning", "price_of_a_leaf", "draw_branch")
def where_costs_meet(as_leaf: int, in_branch: int, leaves: int, rows: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda price: as_leaf / rows + price - in_branch / rows - price * leaves, 0, 1, xtol=1e-14))


@another_way("tree-inference-and-pruning", "best_subtree", "draw_sequence")
def by_cutting_weakest_links(trees: list[tuple[int, int]], price: int) -> float:
    """Cut as long as a cut costs less per leaf than the price."""
    for (more, fewer_wrong), (less, wrong) in zip(trees, trees[1:], strict=False):
        if (wrong - fewer_wrong) / (more - less) > price:
            return more
    return trees[-1][0]


@another_way("tree-inference-and-pruning", "questions_asked", "draw_leaves")
def depth_of_each_row(*leaves: tuple[int, int]) -> float:
    depths, rows = floats(leaves).T
    assert sum(2.0**-depths) == pytest.approx(1)  # Kraft: the depths of a full binary tree
    return float(np.repeat(depths, rows.astype(int)).mean())


@pytest.mark.parametrize(("topic", "card", "draw", "compute"), CHECKED, ids=[f"{row[0]}-{row[1]}" for row in CHECKED])
def test_the_answer_of_another_way(topic: str, card: str, draw: str, compute: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(SEEDS):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        values = (drawn,) if isinstance(drawn, Fraction | int) else drawn
        assert compute(*values) == pytest.approx(float(made.answer), rel=1e-6, abs=1e-7), (seed, drawn, made)


def test_every_card_is_computed_in_another_way() -> None:
    topics = {row[0] for row in CHECKED}
    written = {(topic, card.__name__) for topic in topics for card in cards(topic)["CARDS"]}
    assert written == {row[:2] for row in CHECKED}
