# A small product for each choice; the kink by the sign of what goes in.
import numpy as np


def experts_forward(X, W1, W2, choices, gates):
    n, k = choices.shape
    out = np.zeros((n, W2.shape[-1]))
    for i in range(n):
        for r in range(k):
            e = choices[i, r]
            if e < 0:
                continue
            a = X[i] @ W1[e]
            out[i] += gates[i, r] * (np.where(a > 0, a, 0.0) @ W2[e])
    return out


def experts_backward(X, W1, W2, choices, gates, G):
    dX = np.zeros(X.shape)
    dW1 = np.zeros(W1.shape)
    dW2 = np.zeros(W2.shape)
    dgates = np.zeros(gates.shape)
    n, k = choices.shape
    for i in range(n):
        for r in range(k):
            e = choices[i, r]
            if e < 0:
                continue
            a = X[i] @ W1[e]
            on = a > 0
            u = W2[e] @ G[i]
            dgates[i, r] = (a * on) @ u
            v = gates[i, r] * u * on
            dW2[e] += np.outer(gates[i, r] * a * on, G[i])
            dW1[e] += np.outer(X[i], v)
            dX[i] += W1[e] @ v
    return [dX, dW1, dW2, dgates]
