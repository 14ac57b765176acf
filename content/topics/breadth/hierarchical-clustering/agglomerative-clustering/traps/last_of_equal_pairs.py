# caught by: Equal distances: the lower numbers first
# Takes the last of equally close pairs.
import numpy as np


def agglomerate(X, linkage):
    if linkage not in ("single", "complete", "average"):
        raise ValueError(linkage)
    X = np.array(X, dtype=float)
    n = len(X)
    D = np.linalg.norm(X[:, None, :] - X[None, :, :], axis=2)
    np.fill_diagonal(D, np.inf)
    ids = list(range(n))
    sizes = [1] * n
    out = []
    for step in range(n - 1):
        i, j = sorted(np.unravel_index(D.size - 1 - np.argmin(D.ravel()[::-1]), D.shape))
        a, b = ids[i], ids[j]
        ni, nj = sizes[i], sizes[j]
        out.append([min(a, b), max(a, b), D[i, j], ni + nj])
        if linkage == "single":
            row = np.minimum(D[i], D[j])
        elif linkage == "complete":
            row = np.maximum(D[i], D[j])
        else:
            row = (ni * D[i] + nj * D[j]) / (ni + nj)
        keep = [k for k in range(len(ids)) if k not in (i, j)]
        new = np.full((len(keep) + 1, len(keep) + 1), np.inf)
        new[:-1, :-1] = D[np.ix_(keep, keep)]
        new[-1, :-1] = new[:-1, -1] = row[keep]
        D = new
        ids = [ids[k] for k in keep] + [n + step]
        sizes = [sizes[k] for k in keep] + [ni + nj]
    return np.array(out, dtype=float)
