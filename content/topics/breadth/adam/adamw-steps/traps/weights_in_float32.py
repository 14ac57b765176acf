# caught by: Large weights that decay at once
# Seven digits, as in training.
import numpy as np


def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w, grads = np.array(w, dtype=np.float32), np.asarray(grads, dtype=np.float32)
    m, v = np.zeros(len(w), np.float32), np.zeros(len(w), np.float32)
    path = []
    for t in range(1, len(grads) + 1):
        g = grads[t - 1]
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps) - lr * weight_decay * w
        path.append(w)
    return np.array(path)
