# In place, with both corrections folded into the rate and eps; shrinks first.
import numpy as np


def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    weights = np.array(w, dtype=np.float64)
    first, second = np.zeros(weights.shape), np.zeros(weights.shape)
    seen1 = seen2 = 1.0
    rows = []
    for gradient in np.array(grads, dtype=np.float64):
        seen1 *= beta1
        seen2 *= beta2
        first += (1 - beta1) * (gradient - first)
        second += (1 - beta2) * (gradient * gradient - second)
        root = np.sqrt(1 - seen2)
        weights *= 1 - lr * weight_decay
        weights -= lr * root / (1 - seen1) * first / (np.sqrt(second) + eps * root)
        rows.append(weights.copy())
    return np.stack(rows)
