# caught by: The time grows with k, not with its square
# Right, but `in` reads the whole list for every draw.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = []
    while len(chosen) < k:
        t = rng.randrange(n)
        if t not in chosen:
            chosen.append(t)
    return chosen
