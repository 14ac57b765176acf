# caught by: Labels may be strings, negative numbers, or a plain list
# np.bincount is quick, and takes the labels for 0, 1, 2, ...
import numpy as np


def stratified_split(y, test_fraction, rng):
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    counts = np.bincount(y)
    if counts[counts > 0].min() < 2:
        raise ValueError("every class needs at least two rows")
    test = []
    for label in np.flatnonzero(counts):
        rows = rng.permutation(np.flatnonzero(np.asarray(y) == label))
        test.extend(rows[: min(max(round(test_fraction * len(rows)), 1), len(rows) - 1)])
    return np.setdiff1d(np.arange(len(y)), test), np.array(test)
