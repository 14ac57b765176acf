"""Gradient descent, momentum, SGD, RMSProp, AdaGrad, Adam."""

from fractions import Fraction
from itertools import combinations, product

import numpy as np

from tests.content.recomputing import another_way, floats

# Gradient descent, momentum


@another_way("gradient-descent", "regression_step", "draw_line")
def step_by_differences(xs: list[int], ys: list[int], w: Fraction, b: Fraction, rate: Fraction) -> float:
    """The slope from central differences, which are exact for a quadratic."""

    def loss(weight: float) -> float:
        return float(((weight * floats(xs) + float(b) - floats(ys)) ** 2).mean())

    return float(w) - float(rate) * (loss(float(w) + 0.5) - loss(float(w) - 0.5))


@another_way("gradient-descent", "largest_stable_step", "draw_hessian")
def step_by_eigenvalues(a: int, b: int, c: int) -> float:
    values = np.linalg.eigvalsh([[a, b], [b, c]])
    assert values[0] > 0
    return float(2 / values[1])


@another_way("gradient-descent", "best_contraction", "draw_curvatures")
def searched_rate(low: int, high: int) -> float:
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(
        lambda rate: max(abs(1 - low * rate), abs(1 - high * rate)),
        bounds=(0, 2 / high),
        method="bounded",
        options={"xatol": 1e-12},
    )
    return float(found.fun)


@another_way("momentum", "second_step", "draw_descent")
def by_matrix(start: Fraction, curvature: int, rate: Fraction, beta: Fraction) -> float:
    """Heavy ball as a linear map of (v, w)."""
    h, r, m = float(curvature), float(rate), float(beta)
    return float((np.linalg.matrix_power(np.array([[m, h], [-r * m, 1 - r * h]]), 2) @ [0, float(start)])[1])


@another_way("momentum", "nesterov_step", "draw_moving")
def in_two_moves(w: Fraction, v: Fraction, curvature: int, rate: Fraction, beta: Fraction) -> float:
    """Move by the velocity first, then descend from there."""
    ahead = float(w) - float(rate) * float(beta) * float(v)
    return ahead * (1 - float(rate) * curvature)


@another_way("momentum", "terminal_step", "draw_slope")
def after_many_steps(gradient: int, rate: Fraction, beta: Fraction) -> float:
    velocity = 0.0
    for _ in range(3000):
        velocity = float(beta) * velocity + gradient
    return float(rate) * velocity


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
def settled_mean(digit: int, exponent: int, power: int, inside: bool) -> float:
    gradient, epsilon, mean = digit / 10**exponent, 1 / 10**power, 0.0
    for _ in range(300):
        mean = 0.9 * mean + 0.1 * gradient**2
    return float(gradient / (np.sqrt(mean + epsilon) if inside else np.sqrt(mean) + epsilon))


# Adam


@another_way("adam", "second_update", "draw_gradients")
def weighted_means(first: int, second: int) -> float:
    """The corrected moments as weighted means of the gradients."""
    mean = np.average([first, second], weights=[0.9, 1])
    return float(-mean / np.sqrt(np.average([first**2, second**2], weights=[0.99, 1])))


@another_way("adam", "corrected_second_moment", "draw_gradients")
def weighted_squares(first: int, second: int) -> float:
    return float(np.average([first**2, second**2], weights=[0.9, 1]))
