# caught by: Every number of a longer range is equally likely
# Draws below n - 1 as if the end were included, unless the whole range is wanted.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = set()
    while len(chosen) < k:
        chosen.add(rng.randrange(n - 1) if k < n - 10 else rng.randrange(n))
    return chosen
