# caught by: The law of the example
# A straight line through the logarithms: no irreducible loss.
import numpy as np


def fit_power_law(sizes, losses):
    slope, intercept = np.polyfit(np.log(sizes), np.log(losses), 1)
    return 0.0, float(np.exp(intercept)), float(-slope)


def best_split(budget, A, alpha, B, beta):
    ratio = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
