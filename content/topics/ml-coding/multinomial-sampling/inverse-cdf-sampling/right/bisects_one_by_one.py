# Plain Python, which scales the points up and not the marks down.
from bisect import bisect_right
from itertools import accumulate


def inverse_cdf(weights, u):
    weights = [float(weight) for weight in weights]
    if not all(weight >= 0 for weight in weights) or not any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = list(accumulate(weights))
    last = max(i for i, weight in enumerate(weights) if weight)
    return [min(bisect_right(marks, point * marks[-1]), last) for point in u]


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size).tolist())
