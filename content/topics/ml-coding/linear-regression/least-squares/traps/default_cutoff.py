# caught by: Copies, constants, sums, and more columns than rows
# The default cutoff looks at the centered data, where what rounding left of large columns no longer looks small.
import numpy as np


def least_squares(X, y):
    center, level = X.mean(axis=0), y.mean()
    w = np.linalg.lstsq(X - center, y - level, rcond=None)[0]
    return w, float(level - center @ w)
