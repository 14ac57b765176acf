# caught by: Losses that are a little off
# Solves for the law through three of the points and ignores the rest.
import numpy as np


def fit_power_law(sizes, losses):
    order = np.argsort(sizes)
    n, y = np.asarray(sizes, float)[order], np.asarray(losses, float)[order]
    middle = int(np.argmin(np.abs(np.log(n) - (np.log(n[0]) + np.log(n[-1])) / 2)))
    x0, x1, x2 = np.log(n[0]), np.log(n[middle]), np.log(n[-1])

    def gap(alpha):
        a, b, c = np.exp(-alpha * (x0 - x1)), 1.0, np.exp(-alpha * (x2 - x1))
        return (y[0] - y[middle]) * (b - c) - (y[middle] - y[-1]) * (a - b)

    low, high = 0.001, 3.0
    for _ in range(100):
        half = (low + high) / 2
        low, high = (low, half) if (gap(half) > 0) != (gap(low) > 0) else (half, high)
    A = (y[0] - y[-1]) / (n[0] ** -low - n[-1] ** -low)
    return float(y[-1] - A * n[-1] ** -low), float(A), float(low)


def best_split(budget, A, alpha, B, beta):
    ratio = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
