# caught by: Copies, constants, sums, and more columns than rows
# The formula from the textbook: X^T X has no inverse when columns depend on each other.
import numpy as np


def least_squares(X, y):
    A = np.column_stack([np.ones(len(X)), X])
    theta = np.linalg.solve(A.T @ A, A.T @ y)
    return theta[1:], float(theta[0])
