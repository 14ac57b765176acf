# caught by: Every subset of a class is equally likely, whatever is drawn from the others
# Groups the rows by class and forgets that the choice inside a class must be random.
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
        rows = np.flatnonzero(y == label)
        test.extend(rows[: min(max(round(test_fraction * len(rows)), 1), len(rows) - 1)])
    return np.setdiff1d(np.arange(len(y)), test), rng.permutation(test)
