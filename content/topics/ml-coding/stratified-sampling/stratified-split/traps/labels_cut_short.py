# caught by: Labels may be strings, negative numbers, or a plain list
# Makes the labels texts of eight characters: those that begin alike become one class.
import numpy as np


def stratified_split(y, test_fraction, rng):
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    labels = np.array(list(map(str, y)), dtype="U8")
    train, test = [], []
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        if len(rows) < 2:
            raise ValueError("every class needs at least two rows")
        quota = min(max(round(test_fraction * len(rows)), 1), len(rows) - 1)
        test.extend(rows[:quota])
        train.extend(rows[quota:])
    return np.array(train), np.array(test)
