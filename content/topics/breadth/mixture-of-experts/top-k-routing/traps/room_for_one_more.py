# caught by: Small tables with ties, every k and every capacity
# Compares with <=, so that an expert takes capacity + 1.
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def top_experts(logits, k):
    if k < 1 or k > logits.shape[1]:
        raise ValueError("k")
    return np.argsort(-logits, axis=1, kind="stable")[:, :k]


def route(logits, k, capacity):
    if capacity < 1:
        raise ValueError("capacity")
    n, experts = logits.shape
    choices = top_experts(logits, k)
    gates = softmax(np.take_along_axis(logits, choices, axis=1))
    slots = np.zeros((n, k), dtype=int)
    load = np.zeros(experts, dtype=int)
    for r in range(k):
        for i in range(n):
            e = choices[i, r]
            if load[e] <= capacity:
                slots[i, r] = load[e]
                load[e] += 1
            else:
                slots[i, r] = -1
                gates[i, r] = 0.0
    return choices, gates, slots


def balance_loss(logits, k):
    n, experts = logits.shape
    p = softmax(logits)
    f = np.bincount(top_experts(logits, k).ravel(), minlength=experts) / (n * k)
    loss = experts * np.sum(f * p.mean(axis=0))
    grad = experts / n * p * (f - (p * f).sum(axis=1, keepdims=True))
    return loss, grad
