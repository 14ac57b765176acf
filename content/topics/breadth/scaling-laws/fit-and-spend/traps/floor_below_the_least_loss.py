# caught by: The law of the example
# Guesses E a little below the least loss, then draws a line on log-log axes.
import numpy as np


def fit_power_law(sizes, losses):
    floor = 0.99 * np.min(losses)
    slope, intercept = np.polyfit(np.log(sizes), np.log(np.asarray(losses) - floor), 1)
    return float(floor), float(np.exp(intercept)), float(-slope)


def best_split(budget, A, alpha, B, beta):
    ratio = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
