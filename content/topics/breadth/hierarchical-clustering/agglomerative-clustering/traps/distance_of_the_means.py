# caught by: Random points, as SciPy merges them
# Takes the distance of the means for the average (centroid linkage).
import numpy as np


def agglomerate(X, linkage):
    if linkage not in ("single", "complete", "average"):
        raise ValueError(linkage)
    X = np.array(X, dtype=float)
    n = len(X)
    groups = {i: [i] for i in range(n)}
    out = []
    for new in range(n, 2 * n - 1):
        best = (np.inf, 0, 0)
        names = sorted(groups)
        for at, a in enumerate(names):
            for b in names[at + 1 :]:
                if linkage == "average":
                    d = np.linalg.norm(X[groups[a]].mean(0) - X[groups[b]].mean(0))
                else:
                    pairs = [np.linalg.norm(X[i] - X[j]) for i in groups[a] for j in groups[b]]
                    d = min(pairs) if linkage == "single" else max(pairs)
                if d < best[0]:
                    best = (d, a, b)
        d, a, b = best
        groups[new] = groups.pop(a) + groups.pop(b)
        out.append([a, b, d, len(groups[new])])
    return np.array(out, float)
