# caught by: eps stands outside the root
# The folded form of the first paper, with eps left as it is: another algorithm where eps matters.
import numpy as np


def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w, grads = np.array(w, dtype=float), np.asarray(grads, dtype=float)
    m, v = np.zeros(len(w)), np.zeros(len(w))
    path = []
    for t in range(1, len(grads) + 1):
        g = grads[t - 1]
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        rate = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
        w = w - rate * m / (np.sqrt(v) + eps) - lr * weight_decay * w
        path.append(w)
    return np.array(path)
