# caught by: Every subset is equally likely
# Floyd's algorithm, but j is drawn from the numbers below it and enters by collision alone.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = set()
    for j in range(n - k, n):
        t = rng.randrange(max(j, 1))
        chosen.add(j if t in chosen else t)
    return chosen
