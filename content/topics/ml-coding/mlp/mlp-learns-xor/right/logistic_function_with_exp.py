# Moves copies in place, b2 as an array without dimensions; exp may overflow to infinity, where 1 / infinity is right.
import numpy as np


def train_mlp(X, y, W1, b1, w2, b2, learning_rate, steps):
    parameters = [np.array(part, float) for part in (W1, b1, w2, b2)]
    losses = np.zeros(steps)
    for t in range(steps):
        W1, b1, w2, b2 = parameters
        H = np.tanh(X @ W1 + b1)
        z = H @ w2 + b2
        wrong = np.where(np.asarray(y) == 1, -z, z)
        losses[t] = np.mean(np.maximum(wrong, 0) + np.log1p(np.exp(-np.abs(wrong))))
        with np.errstate(over="ignore"):
            error = 1 / (1 + np.exp(-z)) - y
        below = error[:, None] * w2 * (1 - H) * (1 + H)
        slopes = X.T @ below / len(X), below.mean(axis=0), (H * error[:, None]).mean(axis=0), error.mean()
        for part, slope in zip(parameters, slopes, strict=True):
            part -= learning_rate * slope
    return *parameters, losses
