# caught by: A ridge of 1
# Adds the ridge to the whole matrix.
import numpy as np


def log_gaussian(X, mean, cov):
    d = X.shape[1]
    diff = X - mean
    _, logdet = np.linalg.slogdet(cov)
    maha = np.einsum("ni,ni->n", diff, np.linalg.solve(cov, diff.T).T)
    return -0.5 * (d * np.log(2 * np.pi) + logdet + maha)


def logsumexp(a):
    m = a.max(axis=1, keepdims=True)
    return m + np.log(np.exp(a - m).sum(axis=1, keepdims=True))


def e_step(X, weights, means, covs):
    with np.errstate(divide="ignore"):
        log_w = np.log(weights)
    joint = np.stack([log_w[j] + log_gaussian(X, means[j], covs[j]) for j in range(len(weights))], axis=1)
    norm = logsumexp(joint)
    return np.exp(joint - norm), norm.sum()


def gaussian_mixture_em(X, weights, means, covariances, steps, ridge):
    X = X.astype(float)
    n, d = X.shape
    weights, means, covs = weights.copy(), means.copy(), covariances.copy()
    resp, ll = e_step(X, weights, means, covs)
    history = [ll]
    for _ in range(steps):
        N = resp.sum(axis=0)
        weights = N / n
        for j in range(len(N)):
            if N[j] < 1e-8:
                continue
            means[j] = (resp[:, j] @ X) / N[j]
            diff = X - means[j]
            covs[j] = (resp[:, j] * diff.T) @ diff / N[j] + ridge
        resp, ll = e_step(X, weights, means, covs)
        history.append(ll)
    return weights, means, covs, np.array(history)
