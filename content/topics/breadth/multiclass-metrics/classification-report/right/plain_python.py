# Lists and loops, without NumPy; the matrix is a list of lists.
def confusion_matrix(truth, predicted, k):
    if len(truth) != len(predicted):
        raise ValueError("lengths")
    C = [[0] * k for _ in range(k)]
    for t, p in zip(truth, predicted):
        if not (0 <= t < k and 0 <= p < k):
            raise ValueError("label")
        C[t][p] += 1
    return C


def averages(C):
    k = len(C)
    rows = [[int(x) for x in row] for row in C]
    support = [sum(row) for row in rows]
    called = [sum(column) for column in zip(*rows)]
    total = sum(support)
    p, r, f = [], [], []
    for c in range(k):
        tp = rows[c][c]
        p.append(tp / called[c] if called[c] else 0)
        r.append(tp / support[c] if support[c] else 0)
        f.append(2 * tp / (called[c] + support[c]) if called[c] + support[c] else 0)
    weighted = [sum(s * v for s, v in zip(support, values)) / total if total else 0 for values in (p, r, f)]
    micro = sum(rows[c][c] for c in range(k)) / total if total else 0
    return {
        "macro": [sum(p) / k, sum(r) / k, sum(f) / k],
        "micro": [micro, micro, micro],
        "weighted": weighted,
    }
