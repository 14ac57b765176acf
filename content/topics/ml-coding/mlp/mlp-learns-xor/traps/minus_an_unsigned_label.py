# caught by: X and y may hold whole numbers, also of one byte
# The loss is written with -y, which for an unsigned 1 is 255.
import numpy as np


def train_mlp(X, y, W1, b1, w2, b2, learning_rate, steps):
    X = np.asarray(X, dtype=float)
    W1, b1, w2, b2 = W1.copy(), b1.copy(), w2.copy(), float(b2)
    n = len(X)
    losses = []
    for _ in range(steps):
        H = np.tanh(X @ W1 + b1)
        z = H @ w2 + b2
        losses.append(float(np.mean(np.logaddexp(0, z) + -y * z)))
        e = (0.5 * (1 + np.tanh(z / 2)) - y) / n
        dZ = np.outer(e, w2) * (1 - H * H)
        dw2, db2 = H.T @ e, e.sum()
        W1 -= learning_rate * (X.T @ dZ)
        b1 -= learning_rate * dZ.sum(0)
        w2 -= learning_rate * dw2
        b2 -= learning_rate * db2
    return W1, b1, w2, b2, losses
