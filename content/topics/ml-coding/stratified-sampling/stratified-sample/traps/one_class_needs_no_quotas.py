# caught by: A negative k, or one larger than the number of rows, raises ValueError
# A single class looks like a case without quotas, and the check of k was in them.
import numpy as np


def quotas(counts, k):
    c = [int(v) for v in counts]
    n = sum(c)
    if k < 0 or k > n:
        raise ValueError("k")
    k = int(k)
    q = [k * v // n for v in c]
    order = sorted(range(len(c)), key=lambda i: (-(k * c[i] % n), i))
    for i in order[: k - sum(q)]:
        q[i] += 1
    return np.array(q)


def stratified_sample(y, k, rng):
    labels = y.tolist() if isinstance(y, np.ndarray) else list(y)
    if len(set(labels)) == 1 and k >= 0:
        return rng.permutation(len(labels))[:k]
    groups = {}
    for i, v in enumerate(labels):
        groups.setdefault(v, []).append(i)
    names = sorted(groups)
    q = quotas([len(groups[v]) for v in names], k)
    out = []
    for v, m in zip(names, q):
        out.extend(rng.permutation(groups[v])[:m].tolist())
    return np.array(out, dtype=int)
