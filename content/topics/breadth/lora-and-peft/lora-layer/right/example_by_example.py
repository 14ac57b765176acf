# One example at a time, lists for the outputs, and einsum.
import numpy as np


def lora_forward(X, W, A, B, alpha):
    r = len(A)
    rows = []
    for x in X:
        rows.append(list(np.dot(W, x) + np.dot(B, np.dot(A, x)) * alpha / r))
    return rows


def lora_gradients(X, W, A, B, alpha, G):
    r = len(A)
    dA, dB, dX = np.zeros(A.shape), np.zeros(B.shape), np.zeros(X.shape)
    for i in range(len(X)):
        x, g = X[i], G[i]
        up = B.T.dot(g) * alpha / r
        dA += np.outer(up, x)
        dB += np.outer(g, A.dot(x)) * alpha / r
        dX[i] = W.T.dot(g) + A.T.dot(up)
    return [dA, dB, dX]


def lora_merge(W, A, B, alpha):
    merged = W.astype(float).copy()
    merged += np.einsum("or,ri->oi", B, A) * (alpha / A.shape[0])
    return merged
