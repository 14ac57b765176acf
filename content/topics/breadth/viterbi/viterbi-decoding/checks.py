from itertools import pairwise, product
from math import log

import numpy as np

from sharpen import checks


def every_path(start, transitions, emissions, observations):
    """All paths, one after another, in the order of the tie rule."""
    best, found = -np.inf, None
    for back in product(range(len(start)), repeat=len(observations)):
        path = back[::-1]
        steps = [start[path[0]], emissions[path[0], observations[0]]]
        for (i, j), symbol in zip(pairwise(path), observations[1:], strict=True):
            steps += [transitions[i, j], emissions[j, symbol]]
        score = sum(log(p) if p > 0 else -np.inf for p in steps)
        if score > best:
            best, found = score, path
    return np.array(found), best


def rows(rng, count, wide):
    """Probabilities, none of them 0."""
    made = rng.dirichlet(np.full(wide, 0.8), count) + 1e-3
    return made / made.sum(axis=1, keepdims=True)


def untied(start, transitions, emissions, observations):
    """Whether at each time all states but one are clearly off the best path: none is as good in another order."""
    with np.errstate(divide="ignore"):
        start, moves, seen = np.log(start), np.log(transitions), np.log(emissions[:, observations]).T
    ahead, back = [start + seen[0]], [np.zeros(len(start))]
    for row, later in zip(seen[1:], seen[:0:-1], strict=True):
        ahead.append((ahead[-1][:, None] + moves).max(axis=0) + row)
        back.append((moves + later + back[-1]).max(axis=1))
    through = np.array(ahead) + back[::-1]
    return bool(((through > through.max() - 1e-5).sum(axis=1) == 1).all())


def first_untied(made):
    return next(one for one in made if untied(*one))


def drawn_model(rng, size):
    n, m, length = size
    return rows(rng, 1, n)[0], rows(rng, n, n), rows(rng, n, m), rng.integers(0, m, length)


def model(rng, size):
    """A random model of N states and M symbols, and T symbols; none is impossible."""
    return first_untied(drawn_model(rng, size) for _ in range(10**6))


def drawn_sticky(rng, size):
    start, transitions, emissions, observations = drawn_model(rng, size)
    return start, 0.2 * transitions + 0.8 * np.eye(size[0]), 0.5 * emissions + 0.5 / size[1], observations


def sticky(rng, size):
    """States that mostly stay as they are: the best path is not the best state at each time."""
    return first_untied(drawn_sticky(rng, size) for _ in range(10**6))


def telling(rng, size):
    """Each state mostly emits a symbol of its own, so that the best of very many paths is clearly the best."""
    n, m, length = size
    emissions = 0.1 * rows(rng, n, m) + 0.9 * np.eye(n, m)
    return rows(rng, 1, n)[0], rows(rng, n, n), emissions, rng.integers(0, min(n, m), length)


def drawn_upwards(rng, size):
    n, m, length = size
    transitions, emissions = np.triu(rows(rng, n, n)), rows(rng, n, m)
    emissions[rng.random((n, m)) < 0.4] = 0
    emissions[:, 0] += 1e-3
    emissions /= emissions.sum(axis=1, keepdims=True)
    walk = np.sort(rng.integers(0, n, length))
    symbols = np.array([rng.choice(m, p=emissions[state]) for state in walk])
    return rows(rng, 1, n)[0], transitions / transitions.sum(axis=1, keepdims=True), emissions, symbols


def one_way(rng, size):
    """From state to state upwards only, with observations that a walk has emitted."""
    return first_untied(drawn_upwards(rng, size) for _ in range(10**6))


def with_twins(rng, size):
    """Every state twice, with half of the probability each: all best paths are tied with others."""
    start, transitions, emissions, observations = model(rng, size)
    twice = np.tile(np.arange(size[0]), 2)
    return start[twice] / 2, transitions[np.ix_(twice, twice)] / 2, emissions[twice], observations


def listed(rng, size):
    start, transitions, emissions, observations = model(rng, size)
    return start, transitions, emissions, observations.tolist()


def worth(path, start, transitions, emissions, observations):
    """The logarithm of the joint probability of a path."""
    with np.errstate(divide="ignore"):
        steps = np.log(transitions[path[:-1], path[1:]]).sum() + np.log(emissions[path, observations]).sum()
        return float(steps + np.log(start[path[0]]))


def no_state_is_better(got, start, transitions, emissions, observations):
    """The probability is that of the path, and changing one state or two neighbors does not raise it."""
    path, claimed = np.asarray(got[0]), float(got[1])
    if path.shape != observations.shape or path.dtype.kind not in "iu":
        return f"expected {len(observations)} whole numbers for the path"
    if path.min() < 0 or path.max() >= len(start):
        return f"states are 0 to {len(start) - 1}, the path has {path.min()} and {path.max()}"
    own = worth(path, start, transitions, emissions, observations)
    if not abs(own - claimed) <= 1e-6 * max(1, abs(own)):
        return f"log_probability is {claimed:.9g}, that of the returned path is {own:.9g}"
    for at in range(len(path) - 1):
        for pair in product(range(len(start)), repeat=2):
            other = np.concatenate([path[:at], pair, path[at + 2 :]])
            if worth(other, start, transitions, emissions, observations) > own + 1e-6:
                return f"states {list(pair)} at times {at} and {at + 1} would make the path more probable"
    return None


def renamed(ask, start, transitions, emissions, observations):
    """States and symbols under other names."""
    states, symbols = np.roll(np.arange(len(start)), 1), np.roll(np.arange(emissions.shape[1]), 1)
    path, score = ask(start, transitions, emissions, observations)
    new = start[states], transitions[np.ix_(states, states)], emissions[np.ix_(states, symbols)]
    other, again = ask(*new, (observations + 1) % emissions.shape[1])
    if np.shape(path) != observations.shape or np.shape(other) != observations.shape:
        return f"expected one state for each of {len(observations)} observations"
    if (states[np.asarray(other, int)] != np.asarray(path)).any() or abs(score - again) > 1e-6:
        return "with states and symbols renamed, the path is not the renamed one"
    return None


def backwards(ask, start, transitions, emissions, observations):
    """A chain that is the same in both directions: the reverse of the observations has the reverse path."""
    flow = transitions + transitions.T
    start, transitions = flow.sum(axis=1) / flow.sum(), flow / flow.sum(axis=1, keepdims=True)
    path, score = ask(start, transitions, emissions, observations)
    other, again = ask(start, transitions, emissions, observations[::-1].copy())
    if abs(score - again) > 1e-6:
        return f"a reversible chain gives {score:.9g} forwards and {again:.9g} backwards"
    return None if list(path) == list(other)[::-1] else "a reversible chain has another path in the other direction"


HALF = np.array([0.5, 0.5])
STAY, EMIT = np.array([[0.75, 0.25], [0.25, 0.75]]), np.array([[0.8, 0.2], [0.4, 0.6]])
EVEN = np.full((2, 2), 0.5)
THREE = np.full(3, 1 / 3)

BARELY = [
    (HALF, EVEN, np.array([[0.5, 0.5], [0.5 - 1e-5, 0.5 + 1e-5]]), np.array(symbols))
    for symbols in ([1], [1, 1], [0, 1], [1, 0, 1])
]
"""The higher state is better by two hundred thousandths."""

TIES = [
    (HALF, EVEN, EVEN, np.array([0])),
    (HALF, EVEN, EVEN, np.array([0, 1, 1, 0])),
    (THREE, np.full((3, 3), 1 / 3), np.full((3, 2), 0.5), np.array([1, 1, 0])),
    (THREE, np.array([[0.0, 0.5, 0.5], [0.5, 0.0, 0.5], [0.5, 0.5, 0.0]]), np.full((3, 2), 0.5), np.array([0, 0])),
    (THREE, np.array([[0.0, 0.5, 0.5], [0.5, 0.0, 0.5], [0.5, 0.5, 0.0]]), np.full((3, 2), 0.5), np.array([0, 0, 1])),
    (np.array([0.0, 0.5, 0.5]), np.eye(3)[[0, 2, 1]], np.full((3, 1), 1.0), np.array([0, 0, 0])),
]
"""The last state decides, and the first only after all others."""

FORBIDDEN = [
    (np.array([1.0, 0.0]), STAY, EMIT, np.array([1, 1])),
    (HALF, np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.9, 0.1], [0.8, 0.2]]), np.array([0, 0, 0, 0])),
    (HALF, STAY, np.array([[1.0, 0.0], [0.01, 0.99]]), np.array([0, 1, 0])),
    (np.array([0.0, 0.0, 1.0]), np.eye(3)[[1, 2, 0]], np.eye(3), np.array([2, 0, 1, 2])),
    (np.array([1.0]), np.array([[1.0]]), np.array([[0.25, 0.75]]), np.array([0, 1, 1])),
    (np.array([1.0, 0.0]), np.eye(2), np.array([[1 - 1e-6, 1e-6], [0.01, 0.99]]), np.array([1, 1, 1])),
    (HALF, np.array([[1.0, 0.0], [0.5, 0.5]]), np.array([[1 - 1e-9, 1e-9], [1.0, 0.0]]), np.array([0, 1, 1])),
]
TINY = [
    (np.array([1.0, 0.0]), np.array([[1.0, 1e-200], [0.0, 1.0]]), np.array([[1.0, 0.0], [1.0, 1e-200]]), symbols)
    for symbols in (np.array([0, 1]), np.array([0, 1, 1]), np.array([0, 1, 0, 1]))
] + [
    (np.array([1e-200, 1.0]), STAY, np.array([[1e-200, 1.0], [0.0, 1.0]]), np.array([0])),
    (np.array([1e-200, 1.0]), STAY, np.array([[1e-200, 1.0], [0.0, 1.0]]), np.array([0, 1])),
    (np.array([1.0, 1e-200]), EVEN, np.array([[1e-200, 1.0], [1e-170, 1.0]]), np.array([0])),
]
"""What is left after products have become 0, though no path is impossible."""
IMPOSSIBLE = [
    (np.array([1.0, 0.0]), STAY, np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([1])),
    (HALF, STAY, np.array([[1.0, 0.0], [1.0, 0.0]]), np.array([0, 1, 0])),
    (HALF, np.eye(2), np.eye(2), np.array([0, 0, 1])),
    (HALF, np.eye(2), np.eye(2), np.array([1, 0, 0, 0, 0, 0])),
]

SIZES = [(1, 1, 1), (2, 2, 1), (2, 3, 2), (3, 2, 4), (2, 4, 7), (4, 3, 5), (3, 5, 6)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("viterbi", HALF, STAY, EMIT, np.array([0, 1, 1])),
        (np.array([1, 1, 1]), -3.206452949),
        same=checks.close(1e-6, 1e-6),
    ),
    checks.oracle(
        "Short observations, against every path", "viterbi", model, SIZES, expected=every_path, drawn=checks.reference
    ),
    checks.oracle("States that mostly stay", "viterbi", sticky, SIZES[1:], expected=every_path, drawn=checks.reference),
    checks.oracle("A list of observations", "viterbi", listed, SIZES[2:4], expected=every_path, drawn=checks.reference),
    checks.oracle("Forbidden starts, steps and symbols", "viterbi", FORBIDDEN, expected=every_path),
    checks.oracle("Chains that only go up", "viterbi", one_way, SIZES[2:], expected=every_path, drawn=checks.reference),
    checks.oracle("Ties: the lowest last state, then the one before", "viterbi", TIES, expected=every_path),
    checks.oracle("What is barely better is no tie", "viterbi", BARELY, expected=every_path),
    checks.oracle(
        "Every state twice", "viterbi", with_twins, [(1, 1, 1), (1, 2, 3), (2, 2, 4), (2, 3, 5)], expected=every_path
    ),
    checks.property(
        "No state, and no two neighbors, can be changed for the better",
        "viterbi",
        sticky,
        [(2, 2, 9), (3, 4, 25)],
        holds=no_state_is_better,
    ),
    checks.relation(
        "Other names for states and symbols rename the path",
        "viterbi",
        model,
        [(2, 2, 3), (4, 3, 12), (3, 5, 30)],
        holds=renamed,
    ),
    checks.relation(
        "A reversible chain reads the same backwards",
        "viterbi",
        model,
        [(3, 4, 9), (3, 4, 20)],
        holds=backwards,
        drawn=False,
    ),
    checks.stability(
        "Ten thousand observations", "viterbi", telling, [(3, 4, 1_000), (3, 3, 10_000), (5, 60, 400), (60, 60, 30)]
    ),
    checks.stability("Probabilities of 1e-200", "viterbi", TINY, expected=every_path),
    checks.error(
        "Impossible observations raise ValueError", [checks.call("viterbi", *arguments) for arguments in IMPOSSIBLE]
    ),
    checks.unchanged("No argument is changed", "viterbi", model, [(1, 1, 1), (1, 2, 3), (2, 1, 3), (3, 2, 4)]),
    checks.stateless(
        "No call leaves anything behind for the next one", "viterbi", model, [*[(3, 2, 5)] * 3, (40, 40, 50)]
    ),
    checks.stateless(
        "No long row of observations is taken for another", "viterbi", telling, [(3, 3, 1_100), (4, 4, 1_500)]
    ),
    checks.growth(
        "Sixty states: no loop over pairs of them",
        "viterbi",
        lambda rng, n: model(rng, (60, 60, n)),
        [800],
        factor=12,
    ),
]
