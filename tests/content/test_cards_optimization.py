"""The numeric cards of optimizers, of losses and of feature importance, computed again in another way.

Each test draws the same numbers as the card, from the same seed, and gets the answer from
scikit-learn, SciPy, finite differences or brute force.
"""

import runpy
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations, product
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


# Stochastic gradient descent


@another_way("sgd", "epoch_by_hand", "draw_epoch")
def epoch_by_differences(start: int, rate: Fraction, examples: list[tuple[int, int]]) -> float:
    """The slope from central differences, which are exact for a quadratic."""
    w = float(start)
    for x, y in examples:
        w -= float(rate) * (((w + 0.5) * x - y) ** 2 - ((w - 0.5) * x - y) ** 2) / 2
    return w


@another_way("sgd", "noise_of_batch", "draw_batch")
def over_all_batches(gradients: list[int], batch: int, replaced: bool) -> float:
    batches = product(gradients, repeat=batch) if replaced else combinations(gradients, batch)
    return float(np.var([np.mean(drawn) for drawn in batches]))


@another_way("sgd", "noise_floor", "draw_floor")
def by_lyapunov(curvature: int, noise: int, batch: int, rate: Fraction) -> float:
    from scipy.linalg import solve_discrete_lyapunov

    r = float(rate)
    return float(solve_discrete_lyapunov([[1 - r * curvature]], [[r * r * noise / batch]])[0, 0])


# RMSProp, AdaGrad


@another_way("rmsprop", "weight_after_two", "draw_two")
def by_weighted_sums(gradients: list[int], beta: Fraction) -> float:
    """Each running mean as a dot product of all squares with their weights."""
    w, b = 0.0, float(beta)
    for t, gradient in enumerate(gradients):
        weights = (1 - b) * b ** np.arange(t, -1, -1)
        w -= float(gradient / np.sqrt(weights @ floats(gradients[: t + 1]) ** 2))
    return w


@another_way("rmsprop", "adagrad_step", "draw_history")
def along_the_unit_vector(gradients: list[int], percent: int) -> float:
    return float(-percent / 100 * (floats(gradients) / np.linalg.norm(gradients))[-1])


@another_way("rmsprop", "steps_to_forget", "draw_burst")
def by_waiting(start: int, limit: int, beta: Fraction) -> float:
    mean, steps = Fraction(start), 0
    while mean > limit:
        mean, steps = beta * mean + (1 - beta), steps + 1
    return steps


@another_way("rmsprop", "step_with_epsilon", "draw_tiny")
def after_many_steps(digit: int, exponent: int, power: int, inside: bool) -> float:
    gradient, epsilon, mean = digit / 10**exponent, 1 / 10**power, 0.0
    for _ in range(300):
        mean = 0.9 * mean + 0.1 * gradient**2
    return float(gradient / (np.sqrt(mean + epsilon) if inside else np.sqrt(mean) + epsilon))


# Logistic loss


@another_way("logistic-loss", "mean_loss", "draw_rows")
def cross_entropy_by_scikit_learn(labels: list[int], scores: list[float]) -> float:
    from scipy.special import expit
    from sklearn.metrics import log_loss

    return float(log_loss(labels, expit(scores), labels=[-1, 1]))


@another_way("logistic-loss", "gradient_by_weight", "draw_weights")
def gradient_by_differences(label: int, weights: list[float], features: list[int]) -> float:
    from scipy.special import log_expit

    def loss(move: float) -> float:
        return -float(log_expit(label * (floats(features) @ np.add(weights, [move, 0]))))

    return (loss(1e-4) - loss(-1e-4)) / 2e-4


@another_way("logistic-loss", "best_score", "draw_counts")
def score_by_search(positives: int, negatives: int) -> float:
    from scipy.optimize import root_scalar

    def slope(score: float) -> float:
        return float(negatives / (1 + np.exp(-score)) - positives / (1 + np.exp(score)))

    return float(root_scalar(slope, bracket=(-10, 10), xtol=1e-12).root)


@another_way("logistic-loss", "cost_of_wrong_probability", "draw_said")
def by_entropies(truth: float, said: float) -> float:
    from scipy.stats import entropy

    return float(entropy([truth, 1 - truth], [said, 1 - said]))


# Hinge loss


def hinge_of(labels: Values, scores: Values) -> float:
    """By scikit-learn, which wants both classes: each row is there a second time, mirrored."""
    from sklearn.metrics import hinge_loss

    y, f = floats(labels), floats(scores)
    return float(hinge_loss(np.append(y, -y), np.append(f, -f)))


@another_way("hinge-loss", "mean_hinge", "draw_scored")
def hinge_by_scikit_learn(rows: list[tuple[int, Fraction]], power: int) -> float:
    return float(np.mean([hinge_of([label], [score]) ** power for label, score in rows]))


@another_way("hinge-loss", "slope_by_weight", "draw_examples")
def slope_by_differences(weights: tuple[Fraction, Fraction], examples: list[tuple[int, int, int]]) -> float:
    """From central differences, which are exact while no row crosses its kink."""
    rows = floats(examples)

    def loss(move: float) -> float:
        return hinge_of(rows[:, 2], rows[:, :2] @ np.add(floats(weights), [move, 0]))

    return (loss(1 / 64) - loss(-1 / 64)) * 32


@another_way("hinge-loss", "multiclass_hinge", "draw_scores")
def charged_rivals(scores: list[int], true: int, form: str) -> float:
    """The worst rival by scikit-learn; all of them as one binary hinge loss each."""
    from sklearn.metrics import hinge_loss

    values = floats(scores) / 10
    if form == "Crammer and Singer":
        return float(hinge_loss([true], [values], labels=range(4)))
    return 3 * hinge_of([1] * 3, values[true] - np.delete(values, true))


@another_way("hinge-loss", "two_point_svm", "draw_pair")
def by_libsvm(positive: tuple[int, int], negative: tuple[int, int], new: tuple[int, int]) -> float:
    from sklearn.svm import SVC

    machine = SVC(kernel="linear", C=1e6, tol=1e-10).fit([positive, negative], [1, -1])
    return float(machine.decision_function([new])[0])


@pytest.mark.parametrize(("topic", "card", "draw", "compute"), CHECKED, ids=[f"{row[0]}-{row[1]}" for row in CHECKED])
def test_the_answer_of_another_way(topic: str, card: str, draw: str, compute: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(SEEDS):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        values = drawn if isinstance(drawn, tuple) else (drawn,)
        assert compute(*values) == pytest.approx(float(made.answer), rel=1e-6, abs=1e-7), (seed, drawn, made)


def test_every_card_is_computed_in_another_way() -> None:
    topics = {row[0] for row in CHECKED}
    written = {(topic, card.__name__) for topic in topics for card in cards(topic)["CARDS"]}
    assert written == {row[:2] for row in CHECKED}
