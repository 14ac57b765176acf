# caught by: Weights and biases that do not pair up raise ValueError
# `zip` without `strict` drops the layer that lacks a partner and answers as if nothing happened.
import numpy as np


def mlp_forward(X, weights, biases):
    *hidden, last = zip(weights, biases)  # noqa: B905
    A = X
    for W, b in hidden:
        A = np.maximum(A @ W + b, 0)
    logits = A @ last[0] + last[1]
    P = np.exp(logits - logits.max(axis=1, keepdims=True))
    return P / P.sum(axis=1, keepdims=True)
