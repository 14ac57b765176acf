# caught by: Every subset of a class is equally likely, whatever is drawn from the others
# Re-seeds for every class "to be reproducible": classes of one size get the same shuffle.
import numpy as np


def stratified_split(y, test_fraction, rng):
    y = np.asarray(y)
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    labels, counts = np.unique(y, return_counts=True)
    if counts.min() < 2:
        raise ValueError("every class needs at least two rows")
    seed = int(rng.integers(2**32))
    test = []
    for label in labels:
        rows = np.random.default_rng(seed).permutation(np.flatnonzero(y == label))
        test.extend(rows[: min(max(round(test_fraction * len(rows)), 1), len(rows) - 1)])
    return np.setdiff1d(np.arange(len(y)), test), np.array(test)
