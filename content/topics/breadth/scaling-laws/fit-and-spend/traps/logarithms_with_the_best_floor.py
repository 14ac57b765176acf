# caught by: Losses that are a little off
# Searches E so that the logarithms of what is above it lie on a line: another sum of squares.
import numpy as np


def fit_power_law(sizes, losses):
    logs, losses = np.log(np.asarray(sizes, float)), np.asarray(losses, float)

    def line(floor):
        slope, intercept = np.polyfit(logs, np.log(losses - floor), 1)
        return slope, intercept, np.sum((intercept + slope * logs - np.log(losses - floor)) ** 2)

    floors = np.linspace(0, losses.min() * (1 - 1e-6), 40)
    for _ in range(7):
        best = int(np.argmin([line(floor)[2] for floor in floors]))
        floors = np.linspace(floors[max(best - 1, 0)], floors[min(best + 1, 39)], 40)
    slope, intercept, _ = line(floors[20])
    return float(floors[20]), float(np.exp(intercept)), float(-slope)


def best_split(budget, A, alpha, B, beta):
    ratio = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
