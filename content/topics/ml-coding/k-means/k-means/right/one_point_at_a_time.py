# NumPy for each point by itself; the state is the set of labels, and equal labels end it.
import numpy as np


def k_means(X, centers, max_iter):
    centers = centers.astype(float)
    labels = np.array([np.linalg.norm(x - centers, axis=1).argmin() for x in X])
    for _ in range(max_iter):
        for j in set(labels.tolist()):
            centers[j] = np.mean(X[labels == j], axis=0)
        before, labels = labels, np.array([np.linalg.norm(x - centers, axis=1).argmin() for x in X])
        if np.array_equal(before, labels):
            break
    return labels, centers
