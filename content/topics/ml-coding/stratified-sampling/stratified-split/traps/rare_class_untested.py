# caught by: A small class keeps at least one row on each side
# Rounds the share and stops there: a class of two rows with a fifth to test gets none.
import numpy as np


def stratified_split(y, test_fraction, rng):
    y = np.asarray(y)
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    labels, counts = np.unique(y, return_counts=True)
    if counts.min() < 2:
        raise ValueError("every class needs at least two rows")
    test = []
    for label in labels:
        rows = rng.permutation(np.flatnonzero(y == label))
        test.extend(rows[: round(test_fraction * len(rows))])
    return np.setdiff1d(np.arange(len(y)), test), np.array(test, dtype=int)
