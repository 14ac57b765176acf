"""Mistakes in hidden Markov models and Viterbi."""

from tests.content.mistakes import Mistake
from tests.content.recomputing import Values, floats


def greedy_path(start: Values, move: Values, emit: Values) -> float:
    """The best continuation of the state that is best at first."""
    scores = floats(start) * floats(emit)[0]
    return float((scores.max() * floats(move)[scores.argmax()] * floats(emit)[1]).max())


def transitions_backward(start: list[float], stay: list[float], first: list[float], seen: list[int]) -> float:
    stays, chances = floats(stay), [floats(first) if symbol == 0 else 1 - floats(first) for symbol in seen]
    reached = floats(start) * chances[0]
    return float((stays * reached + (1 - stays) * reached[::-1]) @ chances[1])


MISTAKES = (
    Mistake("hidden-markov-models/parameter-count", "no constraints", lambda s, symbols: s + s * s + s * symbols),
    Mistake("hidden-markov-models/forward-likelihood", "transitions backward", transitions_backward),
    Mistake("viterbi/best-path-probability", "greedy", greedy_path),
)
