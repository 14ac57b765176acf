# caught by: Clusters a few units apart, a hundred million from the origin or from one another
# Begins the search for the nearest center with 1e18, which the squares of 50 large coordinates exceed.
import numpy as np


def k_means(X, centers, max_iter):
    P = X.astype(float)
    C = centers.astype(float)
    n, d = P.shape

    def assign():
        best = np.full(n, 1e18)
        lab = np.zeros(n, dtype=int)
        for j in range(len(C)):
            dist = np.zeros(n)
            for a in range(d):
                dist += (P[:, a] - C[j, a]) ** 2
            closer = dist < best
            best[closer] = dist[closer]
            lab[closer] = j
        return lab

    labels = assign()
    for _ in range(max_iter):
        for j in range(len(C)):
            mine = P[labels == j]
            if len(mine):
                base = mine[0]
                C[j] = base + (mine - base).sum(0) / len(mine)
        new = assign()
        if (new == labels).all():
            break
        labels = new
    return labels, C
