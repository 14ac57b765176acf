# A lower triangular matrix of weights in place of running means.
import numpy as np


def smooth(values, beta):
    n = len(values)
    age = np.subtract.outer(np.arange(n), np.arange(n))
    weights = np.where(age >= 0, float(beta) ** np.maximum(age, 0), 0.0)
    return weights @ values / weights.sum(axis=1, keepdims=True)


def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    grads = np.array(grads, float)
    steps = lr * smooth(grads, beta1) / (np.sqrt(smooth(grads * grads, beta2)) + eps)
    rows = [np.array(w, float)]
    for step in steps:
        rows.append(rows[-1] - step - lr * weight_decay * rows[-1])
    return np.array(rows[1:])
