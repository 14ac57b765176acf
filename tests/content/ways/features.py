"""Importance of features and their selection."""

from fractions import Fraction
from itertools import permutations

import numpy as np

from tests.content.recomputing import Values, another_way, floats

# Feature selection and importance


@another_way("feature-selection-and-importance", "impurity_share", "draw_tree")
def by_two_stumps(*leaves: tuple[int, int]) -> float:
    """The weighted decrease of a stump of scikit-learn for each split."""
    from sklearn.tree import DecisionTreeClassifier

    labels = [np.repeat([0, 1], leaf) for leaf in leaves]

    def decrease(left: Values, right: Values) -> float:
        side = np.repeat([0, 1], [len(left), len(right)])[:, None]
        tree = DecisionTreeClassifier().fit(side, np.concatenate([left, right])).tree_
        return float(tree.impurity @ (tree.n_node_samples * [1, -1, -1]))

    by_a = decrease(np.concatenate(labels[1:]), labels[0])
    return by_a / (by_a + decrease(labels[1], labels[2]))


@another_way("feature-selection-and-importance", "permutation_rise", "draw_column")
def over_all_orders(weight: int, values: list[int]) -> float:
    other = floats([3, 1, 4, 1])
    truth = weight * floats(values) + 5 * other
    return float(np.mean([(weight * floats(order) + 5 * other - truth) ** 2 for order in permutations(values)]))


@another_way("feature-selection-and-importance", "shapley_value", "draw_game")
def over_all_arrivals(game: dict[str, int], player: str) -> float:
    def gain(order: tuple[str, ...]) -> int:
        before = order[: order.index(player)]
        return game["".join(sorted((*before, player)))] - game["".join(sorted(before))]

    return float(np.mean([gain(order) for order in permutations("ABC")]))


@another_way("feature-selection-and-importance", "noise_among_chosen", "draw_filter")
def feature_by_feature(features: int, signals: int, level: Fraction, power: Fraction) -> float:
    noise = np.arange(features) >= signals
    return float(np.average(noise, weights=np.where(noise, float(level), float(power))))
