# Whitens by eigenvectors, logaddexp for the sum, and lists to give back.
import math

import numpy as np


def gaussian_mixture_em(X, weights, means, covariances, steps, ridge):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    k = len(weights)
    w, mu, sigma = list(weights), [m for m in means], [c for c in covariances]

    def expect():
        out = np.full((n, k), -math.inf)
        for j in range(k):
            if w[j] == 0:
                continue
            vals, vecs = np.linalg.eigh(sigma[j])
            z = (X - mu[j]) @ vecs / np.sqrt(vals)
            out[:, j] = math.log(w[j]) - 0.5 * (d * math.log(2 * math.pi) + np.log(vals).sum() + (z * z).sum(1))
        return out, np.logaddexp.reduce(out, axis=1)

    logs, total = expect()
    lls = [float(total.sum())]
    for _ in range(steps):
        r = np.exp(logs.T - total)
        for j in range(k):
            N = float(r[j].sum())
            w[j] = N / n
            if N >= 1e-8:
                mu[j] = np.average(X, axis=0, weights=r[j])
                sigma[j] = np.cov(X, rowvar=False, aweights=r[j], ddof=0).reshape(d, d) + np.diag([ridge] * d)
        logs, total = expect()
        lls.append(float(total.sum()))
    return w, mu, sigma, lls
