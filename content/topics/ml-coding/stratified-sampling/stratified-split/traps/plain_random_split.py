# caught by: Every class has its share in the test set, rounded
# One shuffle and one cut: right on average, wrong on the day.
import numpy as np


def stratified_split(y, test_fraction, rng):
    y = np.asarray(y)
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    labels, counts = np.unique(y, return_counts=True)
    if counts.min() < 2:
        raise ValueError("every class needs at least two rows")
    order = rng.permutation(len(y))
    cut = round(test_fraction * len(y))
    return order[cut:], order[:cut]
