# Pivoted Gram-Schmidt instead of the SVD: a basis of the columns, then the smallest weights in the row space.
import numpy as np


def least_squares(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    c, l = X.mean(0), y.mean()
    C = X - c
    tol = 1e-9 * np.linalg.norm(X)
    # pivoted Gram-Schmidt (twice), then minimum norm through a second QR
    A = C.copy()
    Q = []
    n, d = C.shape
    for _ in range(min(n, d)):
        j = int(np.argmax(np.linalg.norm(A, axis=0)))
        v = A[:, j].copy()
        for q in Q:
            v -= q * (q @ v)
        if np.linalg.norm(A[:, j]) <= tol:
            break
        q = v / np.linalg.norm(v)
        Q.append(q)
        A -= np.outer(q, q @ A)
        A[:, j] = 0
    if not Q:
        return np.zeros(d), float(l)
    Q = np.array(Q).T
    T = Q.T @ C  # r x d, full row rank
    P, R = np.linalg.qr(T.T)
    w = P @ np.linalg.solve(R.T, Q.T @ (y - l))
    return w, float(l - c @ w)
