import numpy as np

NOTHING = 1e-8


def gaussian_mixture_em(
    X: np.ndarray, weights: np.ndarray, means: np.ndarray, covariances: np.ndarray, steps: int, ridge: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Fit a mixture of Gaussians by exactly `steps` steps of EM.

    Parameters
    ----------
    X : array of shape (n, d)
    weights : array of shape (k,)
    means : array of shape (k, d)
    covariances : array of shape (k, d, d)
    steps : int
    ridge : float
        Added to the diagonal of every new covariance.

    Returns
    -------
    weights, means, covariances : arrays of the shapes above
    log_likelihoods : array of shape (steps + 1,)
        At the start and after each step.

    Notes
    -----
    The logs of weight times density make one table, from which responsibilities and log-likelihood both come.
    A step takes O(n k d^2 + k d^3).
    """
    X = np.asarray(X, float)
    weights, means, covariances = (np.array(one, float) for one in (weights, means, covariances))
    joint, evidence = log_joint(X, weights, means, covariances)
    log_likelihoods = [evidence.sum()]
    for _ in range(steps):
        shares = np.exp(joint - evidence[:, None])
        counts = shares.sum(axis=0)
        weights = counts / len(X)
        for j in np.flatnonzero(counts >= NOTHING):
            means[j] = shares[:, j] @ X / counts[j]
            away = X - means[j]
            covariances[j] = (shares[:, j, None] * away).T @ away / counts[j] + ridge * np.eye(X.shape[1])
        joint, evidence = log_joint(X, weights, means, covariances)
        log_likelihoods.append(evidence.sum())
    return weights, means, covariances, np.array(log_likelihoods)


def log_joint(X, weights, means, covariances):
    """The logs of weight times density, of shape (n, k), and the log of their sum for each point."""
    joint = np.empty((len(X), len(means)))
    for j, (mean, covariance) in enumerate(zip(means, covariances, strict=True)):
        root = np.linalg.cholesky(covariance)
        squares = (np.linalg.solve(root, (X - mean).T) ** 2).sum(axis=0)
        joint[:, j] = -squares / 2 - np.log(np.diag(root)).sum() - X.shape[1] / 2 * np.log(2 * np.pi)
    with np.errstate(divide="ignore"):
        joint += np.log(weights)
    largest = joint.max(axis=1)
    return joint, largest + np.log(np.exp(joint - largest[:, None]).sum(axis=1))
