"""Markov processes, hidden Markov models, Viterbi."""

import itertools
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tests.content.recomputing import Values, another_way, floats

# Markov processes


@another_way("markov-processes", "two_steps", "draw_two_steps")
def squared_matrix(matrix: Values, start: int, end: int) -> float:
    return float(np.linalg.matrix_power(floats(matrix), 2)[start, end])


@another_way("markov-processes", "stationary", "draw_stationary")
def long_run(a: Fraction, b: Fraction) -> float:
    step = floats([[1 - a, a], [b, 1 - b]])
    return float(np.linalg.matrix_power(step, 5000)[1, 0])


@another_way("markov-processes", "months_to_churn", "draw_churn")
def fundamental_matrix(active: Values, idle: Values) -> float:
    return float(np.linalg.inv(np.eye(2) - floats([active, idle]))[0].sum())


# Hidden Markov models


def joint(start: Values, stay: Values, first: Values, seen: list[int]) -> NDArray[np.float64]:
    """The probability of each path of two states, together with what is seen."""
    move = floats([[stay[0], 1 - stay[0]], [1 - stay[1], stay[1]]])
    emit = floats([[first[0], 1 - first[0]], [first[1], 1 - first[1]]])
    begin = floats(start)
    paths = itertools.product(range(2), repeat=2)
    return np.array([begin[i] * emit[i, seen[0]] * move[i, j] * emit[j, seen[1]] for i, j in paths]).reshape(2, 2)


@another_way("hidden-markov-models", "forward_likelihood", "draw_model")
def over_all_paths(*model: Values) -> float:
    return float(joint(*model).sum())


@another_way("hidden-markov-models", "filtered", "draw_model")
def rain_on_second_day(*model: Values) -> float:
    paths = joint(*model)
    return float(paths[:, 0].sum() / paths.sum())


@another_way("hidden-markov-models", "parameter_count", "draw_sizes")
def free_entries(states: int, symbols: int) -> float:
    rows = [states] + [states] * states + [symbols] * states
    return float(sum(rows) - len(rows))


# Viterbi


def every_path(start: Values, move: Values, emit: Values) -> dict[tuple[int, ...], float]:
    begin, step, seen = floats(start), floats(move), floats(emit)
    return {
        (i, j): float(begin[i] * seen[0, i] * step[i, j] * seen[1, j]) for i, j in itertools.product(range(3), repeat=2)
    }


@another_way("viterbi", "best_path_probability", "draw_trap")
def best_of_all(*model: Values) -> float:
    return max(every_path(*model).values())


@another_way("viterbi", "best_first_state", "draw_half")
def first_of_best(*model: Values) -> float:
    paths = every_path(*model)
    first, second = sorted(paths.values())[-2:]
    assert second - first > 1e-9, "two paths are equally good"
    return float(max(paths, key=paths.__getitem__)[0] + 1)


@another_way("viterbi", "work", "draw_sizes")
def counted(states: int, steps: int) -> float:
    return float(sum(1 for _ in itertools.product(range(1, steps), range(states), range(states))))
