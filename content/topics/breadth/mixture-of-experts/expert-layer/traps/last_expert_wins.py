# caught by: The outputs of the example
# Assigns in place of adding: a token keeps what its last expert gave.
import numpy as np


def experts_forward(X, W1, W2, choices, gates):
    out = np.zeros((X.shape[0], W2.shape[2]))
    for e in range(W1.shape[0]):
        i, r = np.where(choices == e)
        h = np.maximum(X[i] @ W1[e], 0)
        out[i] = gates[i, r][:, None] * (h @ W2[e])
    return out


def experts_backward(X, W1, W2, choices, gates, G):
    dX = np.zeros(X.shape)
    dW1 = np.zeros(W1.shape)
    dW2 = np.zeros(W2.shape)
    dg = np.zeros(gates.shape)
    for e in range(W1.shape[0]):
        i, r = np.where(choices == e)
        g = gates[i, r][:, None]
        h = np.maximum(X[i] @ W1[e], 0)
        dg[i, r] = np.sum((h @ W2[e]) * G[i], axis=1)
        dW2[e] = h.T @ (g * G[i])
        dh = (g * G[i]) @ W2[e].T
        dh[h <= 0] = 0
        dW1[e] = X[i].T @ dh
        dX[i] += dh @ W1[e].T
    return dX, dW1, dW2, dg
