# Fills up and removes repetitions until there are enough, sorting each time: O(k log k).
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = []
    while len(chosen) < k:
        chosen = sorted(set(chosen).union(rng.randrange(n) for _ in range(k - len(chosen))))
    return chosen
