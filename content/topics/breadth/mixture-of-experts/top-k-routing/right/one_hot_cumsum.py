# One-hot tables as in accelerator code: (k, n, E), a cumulative sum within each rank, counts of ranks before added.
import numpy as np


def top(logits, k):
    if not 0 < k <= logits.shape[-1]:
        raise ValueError("k")
    return np.lexsort((np.broadcast_to(np.arange(logits.shape[1]), logits.shape), -logits), axis=1)[:, :k]


def route(logits, k, capacity):
    if capacity <= 0:
        raise ValueError("capacity")
    logits = np.array(logits, dtype=np.float64)
    choices = top(logits, k)
    z = np.take_along_axis(logits, choices, 1)
    gates = np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))
    mask = np.eye(logits.shape[1], dtype=int)[choices.T]
    slots = np.empty_like(choices)
    filled = np.zeros(logits.shape[1], int)
    for r in range(k):
        place = mask[r].cumsum(0) - 1 + filled
        slots[:, r] = (place * mask[r]).sum(1)
        filled = filled + mask[r].sum(0)
    keep = slots < capacity
    return choices, gates * keep, np.where(keep, slots, -1)


def balance_loss(logits, k):
    logits = np.array(logits, dtype=np.float64)
    n, E = logits.shape
    f = np.eye(E)[top(logits, k)].sum(axis=(0, 1)) / (n * k)
    p = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
    loss = E * np.dot(f, p.mean(axis=0))
    upstream = np.tile(E * f / n, (n, 1))
    return loss, p * (upstream - (upstream * p).sum(axis=1, keepdims=True))
