"""All paths, their probabilities as fractions."""

from fractions import Fraction
from itertools import pairwise, product
from math import log, prod

import numpy as np

from sharpen import checks

same = {"viterbi": checks.close(1e-6, 1e-6)}


def chances(start, transitions, emissions, observations):
    """The joint probability of each path, in the order of the tie rule."""
    for back in product(range(len(start)), repeat=len(observations)):
        path = back[::-1]
        moves = [Fraction(transitions[i, j]) for i, j in pairwise(path)]
        seen = [Fraction(emissions[i, symbol]) for i, symbol in zip(path, observations, strict=True)]
        yield prod(moves, start=prod(seen, start=Fraction(start[path[0]]))), path


def viterbi(start, transitions, emissions, observations):
    best, path = max(chances(start, transitions, emissions, observations), key=lambda one: one[0])
    return np.array(path), log(best.numerator) - log(best.denominator)


def rows(rng, count, wide):
    """Rows of probabilities of any size, and zeros, that sum to 1."""
    made = rng.random((count, wide)) * 10.0 ** -rng.choice([0, 0, 1, 3, 60, 150], (count, wide))
    made[rng.random((count, wide)) < 0.15] = 0
    made[np.arange(count), rng.integers(0, wide, count)] = rng.uniform(0.5, 1, count)
    return made / made.sum(axis=1, keepdims=True)


def inputs(rng, draw):
    """Possible observations, with a best path that is clearly the best: each symbol has some chance in every state."""
    while True:
        n, m, length = (int(rng.integers(1, most)) for most in (4, 5, 6))
        emissions = (rows(rng, n, m) + rng.uniform(1e-4, 1e-3, (n, m))) / (1 + 1e-3)
        emissions /= emissions.sum(axis=1, keepdims=True)
        given = rows(rng, 1, n)[0], rows(rng, n, n), emissions, draw("observations", length) % m
        found = sorted(chance for chance, _ in chances(*given))
        if len(found) == 1 or found[-2] < found[-1] * Fraction(99_999, 100_000):
            return given
