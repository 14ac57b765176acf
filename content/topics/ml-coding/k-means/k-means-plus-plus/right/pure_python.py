# Lists, one row at a time, and the sum of the weights counted down.


def k_means_plus_plus(X, k, rng):
    rows, n = X.tolist(), len(X)
    if k < 1 or k > n:
        raise ValueError("k must be from 1 to n")
    chosen, nearest = [int(rng.integers(n))], [float("inf")] * n
    while len(chosen) < k:
        latest = rows[chosen[-1]]
        squares = (sum((a - b) ** 2 for a, b in zip(row, latest, strict=True)) for row in rows)
        nearest = list(map(min, nearest, squares))
        left = [i for i in range(n) if nearest[i]]
        if not left:
            left = sorted(set(range(n)) - set(chosen))
            chosen.append(left[int(rng.integers(len(left)))])
            continue
        at, last = rng.random() * sum(nearest), left[-1]
        for i in left:
            at -= nearest[i]
            if at < 0:
                last = i
                break
        chosen.append(last)
    return chosen
