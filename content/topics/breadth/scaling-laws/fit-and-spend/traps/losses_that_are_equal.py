# caught by: Budgets, by halving
# Makes both terms equal, not both slopes.
import numpy as np


def fit_power_law(sizes, losses):
    sizes, losses = np.asarray(sizes, float), np.asarray(losses, float)

    def line(alpha):
        columns = np.column_stack([np.ones(len(sizes)), sizes**-alpha])
        (E, A), *_ = np.linalg.lstsq(columns, losses, rcond=None)
        return E, A, np.sum((columns @ (E, A) - losses) ** 2)

    low, high = 0.01, 1.5
    for _ in range(50):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, b) if line(a)[2] < line(b)[2] else (a, high)
    E, A, _ = line(low)
    return float(E), float(A), float(low)


def best_split(budget, A, alpha, B, beta):
    ratio = (A / B) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
