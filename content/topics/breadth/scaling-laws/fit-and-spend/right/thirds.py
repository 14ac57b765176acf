# Thirds of an interval, lstsq for the line; thirds of log N for the split.
import numpy as np


def fit_power_law(sizes, losses):
    x, y = np.log(np.array(sizes, dtype=float)), np.array(losses, dtype=float)
    middle = x.mean()

    def fit(alpha):
        columns = np.stack([np.ones_like(x), np.exp(-alpha * (x - middle))], axis=1)
        law, *_ = np.linalg.lstsq(columns, y, rcond=None)
        return law, ((columns @ law - y) ** 2).sum()

    low, high = 0.001, 2.0
    for _ in range(60):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if fit(a)[1] < fit(b)[1]:
            high = b
        else:
            low = a
    alpha = (low + high) / 2
    law, _ = fit(alpha)
    return law[0], law[1] * np.exp(alpha * middle), alpha


def best_split(budget, A, alpha, B, beta):
    total = np.log(budget / 6)

    def slope(u):
        return np.log(alpha * A) - alpha * u - np.log(beta * B) + beta * (total - u)

    low, high = -1000.0, 1000.0
    while high - low > 1e-12 * max(1, abs(low)):
        half = (low + high) / 2
        if half in (low, high):
            break
        low, high = (half, high) if slope(half) > 0 else (low, half)
    return [np.exp(low), np.exp(total - low)]
