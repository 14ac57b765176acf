import math

import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-6)
STEP = 1e-30


def pairs(rng, size):
    """`size` is pairs, columns, temperature; a row of V is like its pair, and rows have lengths of their own."""
    n, d, temperature = size
    U = rng.normal(size=(n, d))
    V = U + rng.normal(size=(n, d))
    scales = np.exp(rng.uniform(-0.5, 1.5, (2, n, 1)))
    return long_enough(scales[0] * U), long_enough(scales[1] * V), temperature


def long_enough(X):
    """Rows shorter than a half are made that long."""
    lengths = np.linalg.norm(X, axis=1, keepdims=True)
    return X * np.maximum(1, 0.5 / lengths)


def nearly_alike(rng, size):
    """All rows point nearly the same way, so that a low temperature has to tell small differences apart."""
    n, d, temperature = size
    return 1 + 0.03 * rng.normal(size=(n, d)), 1 + 0.03 * rng.normal(size=(n, d)), temperature


def whole(rng, size):
    U, V, temperature = pairs(rng, size)
    return np.rint(6 * U).clip(-100, 100).astype(int) * 2 + 1, np.rint(6 * V).astype(int) * 2 + 1, temperature


def loss_of(U, V, temperature):
    """Pair by pair, of real or complex numbers."""
    U, V = ([[x / np.sqrt(sum(y * y for y in row)) for x in row] for row in np.asarray(X).tolist()] for X in (U, V))
    logits = [[sum(a * b for a, b in zip(u, v, strict=True)) / temperature for v in V] for u in U]
    columns = list(zip(*logits, strict=True))
    total = 0.0
    for i, (row, column) in enumerate(zip(logits, columns, strict=True)):
        for line in (row, column):
            top = max(value.real for value in line)
            total += top + np.log(sum(np.exp(value - top) for value in line)) - line[i]
    return total / (2 * len(logits))


def real_loss(U, V, temperature):
    return float(np.real(loss_of(U, V, temperature)))


def by_complex_steps(U, V, temperature):
    """Each slope from a step along the imaginary axis: no difference is taken, so nothing cancels."""
    slopes = []
    for place, X in enumerate((U, V)):
        slope = np.zeros(X.shape)
        for at in np.ndindex(X.shape):
            moved = X.astype(complex)
            moved[at] += STEP * 1j
            slope[at] = loss_of(*((moved, V) if place == 0 else (U, moved)), temperature).imag / STEP
        slopes.append(slope)
    return real_loss(U, V, temperature), *slopes, loss_of(U, V, temperature + STEP * 1j).imag / STEP


def pull_by_pull(U, V, temperature):
    """Each row is pulled and pushed by the rows of the other side, one after the other."""
    units = [X / np.sqrt((np.asarray(X, float) ** 2).sum(axis=1))[:, None] for X in (U, V)]
    logits, n, slopes = units[0] @ units[1].T / temperature, len(U), []
    raised = [np.exp(one - one.max(axis=1)[:, None]) for one in (logits, logits.T)]
    shares = [one / one.sum(axis=1)[:, None] for one in raised]
    for own, other, X, P, Q in ((0, 1, U, shares[0], shares[1].T), (1, 0, V, shares[1], shares[0].T)):
        slope = np.zeros(np.shape(X))
        for i, u in enumerate(units[own]):
            for j, v in enumerate(units[other]):
                across = v - (u @ v) * u
                slope[i] += (P[i, j] + Q[i, j] - 2 * (i == j)) * across
            slope[i] /= 2 * n * temperature * math.sqrt(float(np.dot(X[i], X[i])))
        slopes.append(slope)
    cosines = logits * temperature
    pulled = math.fsum(((shares[0] + shares[1].T) * cosines).ravel()) - 2 * math.fsum(np.diag(cosines))
    return real_loss(U, V, temperature), *slopes, -pulled / (2 * n * temperature**2)


def parts(got, n, d):
    """The four parts as floats and arrays, or a sentence that says what they are not."""
    if not isinstance(got, tuple | list) or len(got) != 4:
        return "expected a tuple of four: loss, dU, dV, dtemperature"
    loss, dU, dV, slope = (np.asarray(part, float) for part in got)
    if (loss.shape, dU.shape, dV.shape, slope.shape) != ((), (n, d), (n, d), ()):
        return f"expected a number, two arrays of shape {(n, d)} and a number"
    return loss, dU, dV, slope


def gradients_stand_across(got, U, V, _temperature):
    found = parts(got, *U.shape)
    if isinstance(found, str):
        return found
    for name, X, slope in (("dU", U, found[1]), ("dV", V, found[2])):
        along = np.abs((X * slope).sum(axis=1))
        if along.max() > 1e-7:
            row = int(along.argmax())
            return f"row {row} of {name} has the product {along[row]:.4g} with its own row; length should not matter"
    return None


def lengths_do_not_matter(ask, U, V, temperature):
    first = parts(ask(U, V, temperature), *U.shape)
    longer = np.arange(1, len(U) + 1)[:, None] / 2.0 + 0.5
    other = parts(ask(longer * U, 2 * V, temperature), *U.shape)
    if isinstance(first, str) or isinstance(other, str):
        return first if isinstance(first, str) else other
    if abs(first[0] - other[0]) > 1e-7 or abs(first[3] - other[3]) > 1e-6:
        return "the loss, or dtemperature, changes when rows are made longer"
    if not np.allclose(other[1] * longer, first[1], rtol=1e-6, atol=1e-7):
        return "of rows that are k times as long, dU is not 1/k of what it was"
    return None


def sides_may_change(ask, U, V, temperature):
    first, other = (parts(ask(*sides, temperature), *U.shape) for sides in ((U, V), (V, U)))
    if isinstance(first, str) or isinstance(other, str):
        return first if isinstance(first, str) else other
    for name, a, b in (
        ("loss", first[0], other[0]),
        ("dU and dV", first[1], other[2]),
        ("dV and dU", first[2], other[1]),
    ):
        if not np.allclose(a, b, rtol=1e-6, atol=1e-8):
            return f"with U and V exchanged, {name} are not those of before"
    return None


def spread(rng, size):
    """Pairs that are alike in length, for `stateless`."""
    n, d, temperature = size
    return long_enough(rng.normal(size=(n, d))), np.cos(np.arange(1.0, n * d + 1)).reshape(n, d) + 0.01, temperature


SIZES = [(1, 2, 0.5), (2, 1, 1.0), (2, 3, 0.3), (3, 2, 2.0), (5, 4, 0.1), (7, 3, 0.05)]
U0, V0 = np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([[1.0, 0.0], [3.0, 0.0]])
EDGE = 1 / (1 + math.e)
ALIKE = np.tile([[3.0, -4.0, 0.5]], (4, 1))
TURNS = np.column_stack([np.cos(np.arange(6)), np.sin(np.arange(6))])

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("info_nce", U0, V0, 1.0),
        (
            (2 * math.log(2) + 2 * math.log(1 + math.e) - 1) / 4,
            np.array([[0, 0], [(2 * EDGE - 1) / 4, 0]]),
            np.array([[0, (0.5 + EDGE) / 4], [0, (EDGE - 1.5) / 12]]),
            (2 * EDGE - 1) / 4,
        ),
        same=near,
    ),
    checks.oracle(
        "Pairs of few columns, by complex steps",
        "info_nce",
        pairs,
        SIZES,
        expected=by_complex_steps,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Larger batches, pull by pull",
        "info_nce",
        pairs,
        [(30, 5, 0.07), (6, 64, 0.2), (60, 2, 10.0)],
        expected=pull_by_pull,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Whole numbers are taken as well",
        "info_nce",
        whole,
        [(2, 3, 0.5), (5, 2, 0.2)],
        expected=pull_by_pull,
        same=near,
        drawn=checks.reference,
    ),
    *(
        checks.gradient(
            f"{name} is that of central differences",
            "info_nce",
            pairs,
            SIZES[1:5],
            loss=real_loss,
            wrt=place,
            pick=lambda got, part=place + 1: got[part],
        )
        for place, name in enumerate(("dU", "dV", "dtemperature"))
    ),
    checks.property(
        "Gradients are perpendicular to their rows",
        "info_nce",
        pairs,
        [(3, 2, 0.5), (9, 4, 0.1)],
        holds=gradients_stand_across,
    ),
    checks.relation(
        "Lengths do not matter", "info_nce", pairs, [(2, 3, 0.5), (5, 3, 0.2)], holds=lengths_do_not_matter
    ),
    checks.relation(
        "Images and captions may change sides", "info_nce", pairs, [(2, 3, 0.5), (5, 3, 0.2)], holds=sides_may_change
    ),
    checks.stability(
        "One pair, equal rows, and a single column",
        "info_nce",
        [
            (np.array([[3.0, 4.0]]), np.array([[-1.0, 2.0]]), 0.01),
            (np.array([[-0.5]]), np.array([[2.0]]), 0.001),
            (ALIKE, ALIKE, 0.5),
            (np.vstack([ALIKE, -ALIKE]), np.vstack([ALIKE, ALIKE]), 1.0),
            (np.array([[1.0], [-2.0], [0.1]]), np.array([[4.0], [5.0], [-100.0]]), 0.25),
        ],
        expected=pull_by_pull,
        same=near,
    ),
    checks.stability(
        "Low temperatures: right, nearly right and all wrong",
        "info_nce",
        [
            (TURNS, 5 * TURNS, 0.001),
            (TURNS, -TURNS, 0.001),
            (np.array([[1.0, 0.0], [-1.0, 0.1]]), np.array([[1.0, 0.0], [1.0, 0.1]]), 0.001),
            (TURNS, np.roll(TURNS, 1, axis=0), 0.002),
            (TURNS[:3], TURNS[:3] + 0.3 * TURNS[1:4], 0.005),
            (np.array([[1.0, 0.0], [1.0, 1e-4]]), np.array([[1.0, 1e-4], [1.0, 2e-4]]), 0.001),
        ],
        expected=pull_by_pull,
        same=near,
    ),
    checks.oracle(
        "Small differences at a low temperature, by complex steps",
        "info_nce",
        nearly_alike,
        [(2, 2, 0.001), (4, 3, 0.001), (6, 2, 0.002)],
        expected=by_complex_steps,
        same=near,
        drawn=checks.reference,
    ),
    checks.stability(
        "The longest and the shortest rows",
        "info_nce",
        [
            (
                100 * np.sign(np.cos(np.arange(1.0, 129))).reshape(2, 64),
                np.full((2, 64), 100.0) - 3 * np.eye(2, 64),
                10.0,
            ),
            (0.1 * TURNS, 100 * TURNS[::-1], 0.05),
            (0.1 * TURNS, 0.1 * TURNS + 0.02, 0.01),
        ],
        expected=pull_by_pull,
        same=near,
    ),
    checks.oracle(
        "Two hundred pairs", "info_nce", pairs, [(200, 3, 0.1)], expected=pull_by_pull, same=near, drawn=False
    ),
    checks.stateless("Calls before do not matter", "info_nce", spread, [(8, 2, 0.5), (60, 20, 0.2)], same=near),
    checks.unchanged(
        "No argument is changed",
        "info_nce",
        [pairs(np.random.default_rng(2), size) for size in ((1, 1, 1.0), (2, 1, 0.5), (1, 3, 1.0), (4, 3, 0.2))],
    ),
]
