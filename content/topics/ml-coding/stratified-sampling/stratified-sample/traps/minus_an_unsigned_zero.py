# caught by: Equal remainders go to the class that comes first
# Sorting by the remainders' negatives puts an unsigned zero first, for minus zero is zero and minus one is huge.
import numpy as np


def quotas(counts, k):
    c = np.asarray(counts)
    c = c.astype(np.uint64 if c.dtype.kind == "u" else np.int64)
    n = int(c.sum())
    if k < 0 or k > n:
        raise ValueError("k")
    k = int(k)
    q = c * k // n
    order = np.argsort(-(c * k % n), kind="stable")
    q[order[: k - int(q.sum())]] += 1
    return q.astype(int)


def stratified_sample(y, k, rng):
    labels = y.tolist() if isinstance(y, np.ndarray) else list(y)
    if k < 0 or k > len(labels):
        raise ValueError("k")
    groups = {}
    for i, v in enumerate(labels):
        groups.setdefault(v, []).append(i)
    names = sorted(groups)
    q = quotas([len(groups[v]) for v in names], k)
    out = []
    for v, m in zip(names, q):
        out.extend(rng.permutation(groups[v])[:m].tolist())
    return np.array(out, dtype=int)
