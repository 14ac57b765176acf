# caught by: The ends of the ranges
# Searches between a million and a hundred trillion parameters.
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
    low, high = np.log(1e6), np.log(1e14)
    for _ in range(200):
        middle = (low + high) / 2
        size = np.exp(middle)
        falls = alpha * A * size**-alpha > beta * B * (budget / 6 / size) ** -beta
        low, high = (middle, high) if falls else (low, middle)
    return float(np.exp(low)), float(budget / 6 / np.exp(low))
