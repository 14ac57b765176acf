"""Mistakes in bagging, random forests, AdaBoost, gradient boosting and XGBoost."""

import math

import numpy as np

from tests.content.mistakes import Mistake


def errors_by_all_trees(*rows: tuple[int, list[tuple[bool, int]]]) -> int:
    return sum((np.mean([vote for _, vote in votes]) > 0.5) != truth for truth, votes in rows)


def gain_without_parent(left: tuple[int, int], right: tuple[int, int], penalty: int) -> float:
    return sum((no - yes) ** 2 / 4 / ((yes + no) / 4 + penalty) for yes, no in (left, right)) / 2


MISTAKES = (
    Mistake("bagging-vs-boosting/variance-of-average", "as if independent", lambda v, _, models: v / models),
    Mistake("random-forest/left-out", "in the bag", lambda rows, draws: 1 - (1 - 1 / rows) ** draws),
    Mistake("random-forest/seen-at-least-once", "the sum of chances", lambda d, drawn, splits: drawn * splits / d),
    Mistake("random-forest/out-of-bag-errors", "all trees vote", errors_by_all_trees),
    Mistake("adaboost/its-say", "not halved", lambda wrong, rows: math.log((rows - wrong) / wrong)),
    Mistake("gradient-boosting/one-round", "rate 1", lambda _, right, __: float(np.mean(right))),
    Mistake("gradient-boosting/newton-leaf", "the mean residual", lambda p, n, inside, size: inside / size - p / n),
    Mistake("xgboost/leaf-weight", "no penalty", lambda targets, now, _: float(np.mean(targets)) - now),
    Mistake("xgboost/split-gain", "no parent", gain_without_parent),
)
