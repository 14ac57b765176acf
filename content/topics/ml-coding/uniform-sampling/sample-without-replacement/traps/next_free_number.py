# caught by: Every subset is equally likely
# A collision takes the next free number, like a hash table; runs of neighbors come too often.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = set()
    for _ in range(k):
        t = rng.randrange(n)
        while t in chosen:
            t = (t + 1) % n
        chosen.add(t)
    return chosen
