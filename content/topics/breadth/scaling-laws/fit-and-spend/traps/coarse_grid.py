# caught by: The law of the example
# A grid of a hundred exponents, the best of which is taken.
import numpy as np


def fit_power_law(sizes, losses):
    sizes, losses = np.asarray(sizes, float), np.asarray(losses, float)
    fits = []
    for alpha in np.linspace(0.01, 1, 100):
        columns = np.column_stack([np.ones(len(sizes)), sizes**-alpha])
        (E, A), *_ = np.linalg.lstsq(columns, losses, rcond=None)
        fits.append((np.sum((columns @ (E, A) - losses) ** 2), float(E), float(A), float(alpha)))
    return min(fits)[1:]


def best_split(budget, A, alpha, B, beta):
    ratio = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
