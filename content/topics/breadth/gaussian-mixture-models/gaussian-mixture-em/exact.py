"""The statement with plain loops in long doubles, and Gaussian elimination for distances and determinants."""

import numpy as np

from sharpen import checks

LONG = np.longdouble
same = {"gaussian_mixture_em": checks.close(1e-6, 1e-6)}


def eliminated(matrix, vector):
    """`vector` times the inverse of a positive definite `matrix` times `vector`, and the log of the determinant."""
    rows = [[*row, value] for row, value in zip(matrix.tolist(), vector.tolist(), strict=True)]
    rows = [[LONG(value) for value in row] for row in rows]
    square = log_det = LONG(0)
    for at, row in enumerate(rows):
        square += row[-1] ** 2 / row[at]
        log_det += np.log(row[at])
        for below in rows[at + 1 :]:
            share = below[at] / row[at]
            for column in range(at, len(row)):
                below[column] -= share * row[column]
    return square, log_det


def log_terms(x, weights, means, covariances):
    """The logs of weight times density of the components whose weight is not 0."""
    terms = {}
    for j, weight in enumerate(weights):
        if weight > 0:
            square, log_det = eliminated(covariances[j], x - means[j])
            terms[j] = np.log(weight) - (square + log_det + len(x) * np.log(2 * LONG(np.pi))) / 2
    return terms


def shared(terms, k):
    """The responsibilities for one point, and the log of its density."""
    largest = max(terms.values())
    parts = {j: np.exp(term - largest) for j, term in terms.items()}
    total = sum(parts.values())
    return [parts.get(j, LONG(0)) / total for j in range(k)], largest + np.log(total)


def gaussian_mixture_em(X, weights, means, covariances, steps, ridge):
    X, weights, means, covariances = (np.array(one, LONG) for one in (X, weights, means, covariances))
    n, d = X.shape
    history = []
    for step in range(steps + 1):
        found = [shared(log_terms(x, weights, means, covariances), len(means)) for x in X]
        history.append(float(sum(log for _, log in found)))
        if step == steps:
            break
        for j in range(len(means)):
            own = [shares[j] for shares, _ in found]
            count = sum(own)
            weights[j] = count / n
            if count >= LONG(1e-8):
                means[j] = sum(r * x for r, x in zip(own, X, strict=True)) / count
                around = sum(r * np.outer(x - means[j], x - means[j]) for r, x in zip(own, X, strict=True))
                covariances[j] = around / count + LONG(ridge) * np.eye(d, dtype=LONG)
    return weights.astype(float), means.astype(float), covariances.astype(float), np.array(history)


def inputs(rng, draw):
    """Clusters of any place and scale, a start of their own scale, and now and then an outlier or a weight of 0."""
    n, k, d = (int(rng.integers(1, most)) for most in (9, 4, 4))
    unit = 10.0 ** rng.uniform(-1, 2)
    place = rng.uniform(-9e4, 9e4, d) * rng.choice([0.0, 1.0])
    spots = rng.normal(size=(k, d)) * 3
    X = spots[rng.integers(k, size=n)] + rng.normal(size=(n, d))
    X[0] *= rng.choice([1.0, 30.0])
    factors = rng.normal(size=(k, d, d))
    covariances = unit**2 * (factors @ factors.transpose(0, 2, 1) + 0.1 * np.eye(d))
    weights = rng.dirichlet(np.ones(k))
    if k > 1 and rng.random() < 0.2:
        weights[0], weights[1] = 0.0, weights[0] + weights[1]
    ridge = float(min(1.0, 0.01 * unit**2))
    return X * unit + place, weights, spots * unit + place, covariances, int(rng.integers(0, 4)), ridge
