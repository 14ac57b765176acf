# caught by: The numbers are different and within the range
# k independent draws: by the birthday paradox some agree.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    return list(range(n)) if k == n else [rng.randrange(n) for _ in range(k)]
