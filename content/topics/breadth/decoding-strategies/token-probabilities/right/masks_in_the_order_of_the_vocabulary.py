# Masks with minus infinity and a softmax after each step, as libraries do.
import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def token_probabilities(logits, temperature=1.0, top_k=None, top_p=1.0, min_p=0.0):
    if temperature < 0 or not (top_k is None or top_k >= 1) or not (0 < top_p <= 1 and 0 <= min_p <= 1):
        raise ValueError("out of range")
    z = np.array(logits, dtype=np.float64)
    if temperature == 0:
        return np.where(np.arange(z.size) == z.argmax(), 1.0, 0.0)
    z /= temperature
    order = np.lexsort((np.arange(z.size), -z))
    if top_k is not None and top_k < z.size:
        z[order[top_k:]] = -np.inf
    if top_p < 1:
        sums = softmax(z)[order].cumsum()
        remove = np.concatenate([[False], sums[:-1] >= top_p])
        z[order[remove]] = -np.inf
    p = softmax(z)
    z[p < min_p * p.max()] = -np.inf
    return softmax(z)
