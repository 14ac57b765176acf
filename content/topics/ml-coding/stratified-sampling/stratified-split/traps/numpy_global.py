# caught by: All randomness comes from rng, and none is kept
# np.random.permutation draws from NumPy's global state, not from the generator that was given.
import numpy as np


def stratified_split(y, test_fraction, rng):
    y = np.asarray(y)
    if not 0 < test_fraction < 1:
        raise ValueError
    train, test = [], []
    for label in np.unique(y):
        rows = np.random.permutation(np.flatnonzero(y == label))
        if len(rows) < 2:
            raise ValueError
        size = min(max(round(test_fraction * len(rows)), 1), len(rows) - 1)
        test.extend(rows[:size])
        train.extend(rows[size:])
    return np.array(train), np.array(test)
