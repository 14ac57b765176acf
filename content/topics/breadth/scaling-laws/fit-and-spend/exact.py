"""All three parameters at once by Gauss and Newton; the split by bisection in decimals."""

from decimal import Decimal, localcontext

import numpy as np

from sharpen import checks


def fit_power_law(sizes, losses):
    logs, losses = np.log(np.asarray(sizes, np.longdouble)), np.asarray(losses, np.longdouble)
    center = logs.mean()
    fits = [descended(start, logs - center, losses) for start in (0.15, 0.4)]
    floor, log_a, alpha = min(fits, key=lambda law: np.sum(gaps(law, logs - center, losses) ** 2))
    return float(floor), float(np.exp(log_a + alpha * center)), float(alpha)


def gaps(law, logs, losses):
    return law[0] + np.exp(law[1] - law[2] * logs) - losses


def descended(start, logs, losses):
    """Steps of Gauss and Newton from an exponent, each halved until the sum of squares falls."""
    law = np.array([0.8 * losses.min(), 0.0, start], np.longdouble)
    for _ in range(200):
        left, part = gaps(law, logs, losses), np.exp(law[1] - law[2] * logs)
        slopes = np.column_stack([np.ones(len(logs)), part, -part * logs]).astype(float)
        step = -np.linalg.lstsq(slopes, left.astype(float), rcond=None)[0]
        while np.sum(gaps(law + step, logs, losses) ** 2) > np.sum(left**2) and np.abs(step).max() > 1e-12:
            step = step / 2
        law = law + step
        if np.abs(step).max() < 1e-11:
            break
    return law


def best_split(budget, A, alpha, B, beta):
    with localcontext(prec=40):
        budget, A, alpha, B, beta = map(Decimal, (budget, A, alpha, B, beta))
        low, high = Decimal(-1000), Decimal(1000)
        for _ in range(120):
            middle = (low + high) / 2
            size = middle.exp()
            tokens = budget / 6 / size
            falls = alpha * A * size**-alpha > beta * B * tokens**-beta
            low, high = (middle, high) if falls else (low, middle)
        return float(low.exp()), float(budget / 6 / low.exp())


def inputs(rng, draw):
    if rng.random() < 0.5:
        A, B = (float(10 ** rng.uniform(-1, 5)) for _ in range(2))
        alpha, beta = (float(rng.uniform(0.05, 1)) for _ in range(2))
        return checks.call("best_split", float(10 ** rng.uniform(15, 30)), A, alpha, B, beta)
    smallest, decades = rng.uniform(4, 8), rng.uniform(3, 4)
    sizes = 10 ** rng.uniform(smallest, smallest + decades, int(rng.integers(5, 12)))
    sizes[:2] = 10**smallest, 10 ** (smallest + decades)
    alpha, above = rng.uniform(0.15, 0.7), rng.uniform(0.5, 4)
    losses = rng.uniform(0.5, 3) + above * (sizes / sizes.min()) ** -alpha
    return checks.call("fit_power_law", sizes, losses * (1 + 1e-5 * rng.uniform(-1, 1, len(sizes))))


same = {"fit_power_law": checks.close(1e-3, 0.0)}
