# caught by: The example in the statement
# One row in place of the path.
import numpy as np


def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w, grads = np.array(w, dtype=float), np.asarray(grads, dtype=float)
    m, v = np.zeros(len(w)), np.zeros(len(w))
    path = []
    for t in range(1, len(grads) + 1):
        g = grads[t - 1]
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps) - lr * weight_decay * w
        path.append(w)
    return w
