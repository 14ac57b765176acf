# All three parameters at once: Levenberg and Marquardt by hand, from several starts, on scaled sizes.
import math

import numpy as np


def fit_power_law(sizes, losses):
    x, y = np.log(np.asarray(sizes, float)), np.asarray(losses, float)
    shift = x.mean()
    x = x - shift
    best = None
    for start in (0.15, 0.5):
        law, damping = np.array([0.9 * y.min(), math.log(y.max() - 0.9 * y.min()) - start, start]), 1e-2
        cost = squares(law, x, y)
        for _ in range(400):
            part = np.exp(law[1] - law[2] * x)
            J = np.column_stack([np.ones_like(x), part, -part * x])
            gap = law[0] + part - y
            H = J.T @ J
            step = np.linalg.solve(H + damping * np.diag(np.diag(H)), -J.T @ gap)
            trial = law + step
            new = squares(trial, x, y)
            if new < cost:
                law, cost, damping = trial, new, max(damping / 5, 1e-14)
            else:
                damping *= 4
            if damping > 1e12 or np.abs(step).max() < 1e-10:
                break
        if best is None or cost < best[0]:
            best = cost, law
    E, a, alpha = best[1]
    return float(E), math.exp(a + alpha * shift), float(alpha)


def squares(law, x, y):
    with np.errstate(over="ignore"):
        return float(np.sum((law[0] + np.exp(law[1] - law[2] * x) - y) ** 2))


def best_split(budget, A, alpha, B, beta):
    share = alpha / (alpha + beta)
    G = (alpha * A / (beta * B)) ** (1 / (alpha + beta))
    return G * (budget / 6) ** (1 - share), (budget / 6) ** share / G
