import itertools

import numpy as np

from sharpen import checks

near = checks.close(1e-9, 1e-9)
NAMES = ("macro", "micro", "weighted")
VALUES = ("precision", "recall", "F1")


def labels(rng, size):
    """`size` is examples and classes; most predictions are right, and the highest classes are rare."""
    n, k = size
    truth = (k * rng.random(n) ** 2).astype(int)
    return truth, np.where(rng.random(n) < 0.6, truth, rng.integers(0, k, n)), k


def few_of_the_classes(rng, size):
    """Only even classes occur in truth, and only the lower half is predicted."""
    n, k = size
    return rng.integers(0, (k + 1) // 2, n) * 2, rng.integers(0, (k + 1) // 2, n), k


def counts(rng, k):
    """A matrix with many zeros: for larger k some class is never predicted, and some never occurs."""
    C = rng.integers(0, 30, (k, k)) * rng.integers(0, 2, (k, k))
    C[rng.integers(k), :] *= k < 3
    C[:, rng.integers(k)] *= k < 3
    return (C + np.diag(rng.integers(0, 3, k)) * (C.sum(axis=0) > 0),)


def full_counts(rng, k):
    return (rng.integers(1, 60, (k, k)),)


def one_by_one(truth, predicted, k):
    C = np.zeros((k, k), int)
    for true, said in zip(truth, predicted, strict=True):
        C[int(true), int(said)] += 1
    return C


def by_definition(C):
    """Class by class from TP, FP and FN; micro from the errors, which are both."""
    C = np.asarray(C, float)
    k, total = len(C), C.sum()
    rows = []
    for c in range(k):
        hit, alarm, miss = C[c, c], C[:, c].sum() - C[c, c], C[c].sum() - C[c, c]
        pairs = ((hit, hit + alarm), (hit, hit + miss), (2 * hit, 2 * hit + alarm + miss))
        rows.append([part / whole if whole else 0.0 for part, whole in pairs])
    support = [sum(row) / total if total else 0.0 for row in C]
    accuracy = sum(C[c, c] for c in range(k)) / total if total else 0.0
    return {
        "macro": tuple(sum(column) / k for column in zip(*rows, strict=True)),
        "micro": (accuracy,) * 3,
        "weighted": tuple(
            sum(share * value for share, value in zip(support, column, strict=True))
            for column in zip(*rows, strict=True)
        ),
    }


def by_scikit_learn(C):
    from sklearn.metrics import precision_recall_fscore_support

    cells = [(i, j) for i, row in enumerate(C) for j, count in enumerate(row) for _ in range(int(count))]
    truth, predicted = zip(*cells, strict=True)
    return {
        name: tuple(
            map(
                float,
                precision_recall_fscore_support(truth, predicted, labels=range(len(C)), average=name, zero_division=0)[
                    :3
                ],
            )
        )
        for name in NAMES
    }


def table(got):
    """The values by average and metric, or a sentence that says what is not of the documented form."""
    if not isinstance(got, dict) or set(got) != set(NAMES) or any(len(got[name]) != 3 for name in NAMES):
        return 'expected a dictionary with three values each for "macro", "micro" and "weighted"'
    return {(name, value): float(got[name][at]) for name in NAMES for at, value in enumerate(VALUES)}


def accuracy_four_times(got, C):
    found = table(got)
    if isinstance(found, str):
        return found
    accuracy = float(np.trace(C) / np.sum(C))
    for name, value in (*(("micro", value) for value in VALUES), ("weighted", "recall")):
        if abs(found[name, value] - accuracy) > 1e-9:
            return f"{name} {value} is {found[name, value]:.9g}; it must be the accuracy, {accuracy:.9g}"
    return None


def swaps_when_turned(ask, C):
    here, there = table(ask(C)), table(ask(np.ascontiguousarray(np.transpose(C))))
    for found in (here, there):
        if isinstance(found, str):
            return found
    for one, other in (("precision", "recall"), ("recall", "precision"), ("F1", "F1")):
        if abs(here["macro", one] - there["macro", other]) > 1e-9:
            return (
                f"macro {one} is {here['macro', one]:.9g}, and macro {other} of the transposed matrix"
                f" {there['macro', other]:.9g}; they must be equal"
            )
    return None


def new_names(ask, truth, predicted, k):
    """Classes counted from the other end turn the matrix by half a turn."""
    here, there = np.asarray(ask(truth, predicted, k)), np.asarray(ask(k - 1 - truth, k - 1 - predicted, k))
    if here.shape != (k, k) or there.shape != (k, k):
        return f"expected the shape {(k, k)}, not {here.shape} and {there.shape}"
    if (here[::-1, ::-1] != there).any():
        return "with the classes renamed from c to k - 1 - c, the counts are not the same ones in reverse"
    return None


def small_matrices():
    """All matrices of one and of two classes with counts up to 3, and those of three classes with counts up to 1."""
    for count in range(4):
        yield ([[count]],)
    for a, b, c, d in itertools.product(range(4), repeat=4):
        yield ([[a, b], [c, d]],)
    for cells in itertools.product(range(2), repeat=9):
        yield ([list(cells[:3]), list(cells[3:6]), list(cells[6:])],)


T0, P0 = [0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 0, 1]
C0 = np.array([[2, 1, 0], [1, 1, 0], [0, 1, 0]])
NONE = np.array([], int)
SIZES = [(1, 1), (2, 2), (9, 3), (60, 4), (500, 12), (2000, 40)]

CHECKS = [
    checks.example("The matrix of the example", checks.call("confusion_matrix", T0, P0, 3), C0),
    checks.example(
        "The averages of the example",
        checks.call("averages", C0),
        {
            "macro": (1 / 3, 7 / 18, 16 / 45),
            "micro": (0.5, 0.5, 0.5),
            "weighted": (4 / 9, 0.5, 7 / 15),
        },
        same=near,
    ),
    checks.oracle(
        "Counts, example by example",
        "confusion_matrix",
        labels,
        SIZES,
        expected=one_by_one,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Classes that never occur have zeros",
        "confusion_matrix",
        few_of_the_classes,
        [(1, 3), (5, 4), (30, 9)],
        expected=one_by_one,
        same=checks.exactly(),
    ),
    checks.oracle(
        "No examples, one class, and many of one pair",
        "confusion_matrix",
        [
            (NONE, NONE, 1),
            (NONE, NONE, 4),
            ([], [], 2),
            (np.zeros(5, int), np.zeros(5, int), 1),
            (np.zeros(70_000, int), np.ones(70_000, int), 2),
            (np.array([999, 0, 999]), np.array([0, 999, 999]), 1000),
        ],
        expected=one_by_one,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Averages from TP, FP and FN of each class",
        "averages",
        counts,
        [1, 2, 3, 5, 12, 150],
        expected=by_definition,
        same=near,
    ),
    checks.oracle(
        "Averages without any zero",
        "averages",
        full_counts,
        [1, 2, 3, 7],
        expected=by_scikit_learn,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle("A thousand classes", "averages", counts, [1000], expected=by_definition, same=near, drawn=False),
    checks.exhaustive(
        "All small matrices, with every kind of 0/0",
        "averages",
        list(small_matrices()),
        expected=by_definition,
        same=near,
    ),
    checks.property(
        "Micro averages and weighted recall are the accuracy",
        "averages",
        full_counts,
        [2, 4, 9],
        holds=accuracy_four_times,
    ),
    checks.relation(
        "Precision and recall change places when the matrix is transposed",
        "averages",
        counts,
        [2, 4, 9],
        holds=swaps_when_turned,
    ),
    checks.relation(
        "Other names for the classes move the counts and change none",
        "confusion_matrix",
        labels,
        [(9, 3), (60, 5)],
        holds=new_names,
    ),
    checks.stability(
        "Counts of a billion beside counts of one",
        "averages",
        [
            (np.array([[10**9, 1], [1, 1]]),),
            (np.array([[10**9, 0, 10**9], [0, 1, 0], [10**9, 1, 10**9]]),),
            (np.full((40, 40), 10**9),),
            (np.diag([10**9, 0, 1, 70_000]),),
            (np.array([[0, 10**9], [0, 0]]),),
            (np.zeros((3, 3), int),),
            (np.array([[0, 40_000], [40_000, 1]]),),
        ],
        expected=by_definition,
        same=near,
    ),
    checks.stateless("Matrices before do not matter", "averages", counts, [2, 40], same=near),
    checks.stateless("Labels before do not matter", "confusion_matrix", labels, [(9, 3), (1500, 3)]),
    checks.error(
        "Labels out of range and lengths that differ raise ValueError",
        [
            checks.call("confusion_matrix", [0, 1], [0], 2),
            checks.call("confusion_matrix", [0], [0, 1], 2),
            checks.call("confusion_matrix", [], [0], 2),
            checks.call("confusion_matrix", np.array([1]), np.array([0, 1, 1]), 2),
            checks.call("confusion_matrix", [0, 2], [0, 1], 2),
            checks.call("confusion_matrix", [0, 1], [0, 2], 2),
            checks.call("confusion_matrix", [0, -1], [0, 1], 2),
            checks.call("confusion_matrix", [0, 1], [-1, 1], 2),
            checks.call("confusion_matrix", np.array([1, 0]), np.array([0, 3]), 3),
            checks.call("confusion_matrix", np.array([256, 0]), np.array([0, 0]), 3),
            checks.call("confusion_matrix", np.array([0, 0]), np.array([0, 65_536]), 3),
            checks.call("confusion_matrix", [1], [0], 1),
        ],
    ),
    checks.unchanged(
        "No argument is changed",
        "confusion_matrix",
        [
            (np.array(T0), np.array(P0), 3),
            (np.array([1]), np.array([0]), 2),
            (list(T0), list(P0), 3),
            checks.call("averages", C0),
            checks.call("averages", np.array([[3]])),
            checks.call("averages", C0.tolist()),
        ],
    ),
    checks.oracle(
        "Two hundred thousand examples of a thousand classes",
        "confusion_matrix",
        labels,
        [(200_000, 1000)],
        expected=one_by_one,
        same=checks.exactly(),
        drawn=False,
    ),
]
