# caught by: Nor is a million small
# Up to a million the whole range is listed and shuffled in part, which is quick enough, but no O(k).
def sample(n, k, rng):
    if k < 0 or k > n:
        raise ValueError
    if n <= 1_000_000:
        pool = list(range(n))
        for i in range(k):
            j = rng.randrange(i, n)
            pool[i], pool[j] = pool[j], pool[i]
        return pool[:k]
    chosen = set()
    while len(chosen) < k:
        chosen.add(rng.randrange(n))
    return chosen
