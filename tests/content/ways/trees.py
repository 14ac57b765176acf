"""Growing, using and pruning decision trees."""

from itertools import pairwise

import numpy as np
import pytest

from tests.content.recomputing import another_way, floats

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


@another_way("decision-trees", "gain_in_bits", "draw_split")
@another_way("tree-training-and-stopping", "entropy_gain", "draw_split")
def stump_by_entropy(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_gain(left, right, "entropy")


@another_way("decision-trees", "gain_in_gini", "draw_split")
@another_way("tree-training-and-stopping", "gini_gain", "draw_split")
def stump_by_gini(left: tuple[int, int], right: tuple[int, int]) -> float:
    return stump_gain(left, right, "gini")


@another_way("decision-trees", "drop_of_squares", "draw_targets")
def between_groups(left: list[int], right: list[int]) -> float:
    """The sum of squares between two groups."""
    gap = float(np.mean(left) - np.mean(right))
    return len(left) * len(right) / (len(left) + len(right)) * gap**2


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
    for (more, fewer_wrong), (less, wrong) in pairwise(trees):
        if (wrong - fewer_wrong) / (more - less) > price:
            return more
    return trees[-1][0]


@another_way("tree-inference-and-pruning", "questions_asked", "draw_leaves")
def depth_of_each_row(leaves: list[tuple[int, int]]) -> float:
    depths, rows = floats(leaves).T
    assert sum(2.0**-depths) == pytest.approx(1)  # Kraft: the depths of a full binary tree
    return float(np.repeat(depths, rows.astype(int)).mean())
