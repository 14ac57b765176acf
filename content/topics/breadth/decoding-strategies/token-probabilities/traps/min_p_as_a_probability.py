# caught by: Min-p is a share of the largest probability
# Takes min_p for a bound on the probability itself.
import numpy as np


def token_probabilities(logits, temperature=1.0, top_k=None, top_p=1.0, min_p=0.0):
    if temperature < 0 or (top_k is not None and top_k < 1) or not 0 < top_p <= 1 or not 0 <= min_p <= 1:
        raise ValueError("range")
    z = np.array(logits, float)
    out = np.zeros(len(z))
    if temperature == 0:
        out[np.argmax(z)] = 1.0
        return out
    order = np.argsort(-z, kind="stable")
    p = np.exp((z[order] - z.max()) / temperature)
    p /= p.sum()
    if top_k is not None:
        p[top_k:] = 0
        p /= p.sum()
    if top_p < 1:
        before = np.cumsum(p) - p
        p[before >= top_p] = 0
        p /= p.sum()
    p[1:][p[1:] < min_p] = 0
    out[order] = p / p.sum()
    return out
