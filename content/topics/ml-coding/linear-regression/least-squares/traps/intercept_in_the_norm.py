# caught by: Moving the origin of a feature changes only the intercept
# A column of ones and lstsq: with rank to spare it makes the norm of (w, b) small, not that of w.
import numpy as np


def least_squares(X, y):
    A = np.column_stack([np.ones(len(X)), X])
    theta = np.linalg.lstsq(A, y, rcond=1e-11)[0]
    return theta[1:], float(theta[0])
