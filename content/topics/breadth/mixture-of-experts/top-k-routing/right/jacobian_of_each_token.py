# Repeated argmax, a queue for each expert, and the softmax's Jacobian written out.
import numpy as np


def choose(logits, k):
    left = np.array(logits, float)
    if k < 1 or k > left.shape[1]:
        raise ValueError
    columns = []
    for _ in range(k):
        best = left.argmax(axis=1)
        columns.append(best)
        left[np.arange(len(left)), best] = -np.inf
    return np.stack(columns, axis=1)


def route(logits, k, capacity):
    if capacity < 1:
        raise ValueError
    choices = choose(logits, k)
    picked = np.asarray(logits, float)[np.arange(len(choices))[:, None], choices]
    e = np.exp(picked - picked.max(axis=1)[:, None])
    gates = e / e.sum(axis=1)[:, None]
    slots = np.full(choices.shape, -1)
    for expert in set(choices.ravel().tolist()):
        ranks, tokens = np.nonzero(choices.T == expert)
        slots[tokens[:capacity], ranks[:capacity]] = np.arange(min(capacity, len(tokens)))
    gates[slots == -1] = 0.0
    return choices, gates, slots


def balance_loss(logits, k):
    z = np.asarray(logits, float)
    n, E = z.shape
    values, counts = np.unique(choose(z, k), return_counts=True)
    f = np.zeros(E)
    f[values] = counts / counts.sum()
    grads, total = [], 0.0
    for row in z:
        p = np.exp(row - row.max())
        p = p / p.sum()
        total += f @ p
        grads.append((np.diag(p) - np.outer(p, p)) @ f * E / n)
    return E * total / n, np.array(grads)
