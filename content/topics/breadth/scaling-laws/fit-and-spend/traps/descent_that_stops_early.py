# caught by: The law of the example
# Gradient descent on all three at once, which has not arrived after its steps.
import numpy as np


def fit_power_law(sizes, losses):
    sizes, losses = np.asarray(sizes, float), np.asarray(losses, float)
    unit = np.exp(np.log(sizes).mean())
    x = np.log(sizes / unit)
    E, a, alpha = 0.8 * losses.min(), 0.0, 0.3
    for _ in range(600):
        part = np.exp(a - alpha * x)
        gap = E + part - losses
        E -= 0.05 * gap.mean()
        a -= 0.05 * (gap * part).mean()
        alpha += 0.01 * (gap * part * x).mean()
    return float(E), float(np.exp(a) * unit**alpha), float(alpha)


def best_split(budget, A, alpha, B, beta):
    ratio = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    size = ratio * (budget / 6) ** (beta / (alpha + beta))
    return size, budget / 6 / size
