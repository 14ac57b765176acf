# caught by: Labels that look alike are different classes
# Cleans the labels first, so that "a" and " a" become one class.
import numpy as np


def quotas(counts, k):
    c = [int(v) for v in counts]
    n = sum(c)
    k = int(k)
    if k < 0 or k > n:
        raise ValueError("k")
    q = [k * v // n for v in c]
    order = sorted(range(len(c)), key=lambda i: (-(k * c[i] % n), i))
    for i in order[: k - sum(q)]:
        q[i] += 1
    return np.array(q)


def stratified_sample(y, k, rng):
    y = [v.strip() if isinstance(v, str) else v for v in (y.tolist() if isinstance(y, np.ndarray) else y)]
    rows = {}
    for i, label in enumerate(y):
        rows.setdefault(label, []).append(i)
    labels = sorted(rows)
    out = []
    for label, q in zip(labels, quotas([len(rows[c]) for c in labels], k)):
        out += rng.permutation(rows[label])[:q].tolist()
    return np.array(out, dtype=int)
