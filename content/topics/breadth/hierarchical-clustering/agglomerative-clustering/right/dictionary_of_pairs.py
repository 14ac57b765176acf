# Plain Python: a dictionary of pairs, searched at every merge; lists to give back.
import math


def agglomerate(X, linkage):
    rules = {"single": min, "complete": max}
    if linkage not in ("single", "complete", "average"):
        raise ValueError("unknown linkage")
    points = [tuple(float(v) for v in row) for row in X]
    n = len(points)
    d = {(i, j): math.dist(points[i], points[j]) for i in range(n) for j in range(i + 1, n)}
    size = {i: 1 for i in range(n)}
    merges = []
    for new in range(n, 2 * n - 1):
        (a, b), height = min(d.items(), key=lambda item: (item[1], item[0]))
        na, nb = size.pop(a), size.pop(b)
        del d[a, b]
        for c in size:
            x, y = d.pop((min(a, c), max(a, c))), d.pop((min(b, c), max(b, c)))
            d[c, new] = rules[linkage](x, y) if linkage in rules else (na * x + nb * y) / (na + nb)
        size[new] = na + nb
        merges.append([a, b, height, na + nb])
    return merges
