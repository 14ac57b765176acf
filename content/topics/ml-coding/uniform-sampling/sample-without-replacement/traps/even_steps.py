# caught by: The time grows with k, not with its square
# For many numbers it draws a start and goes on in even steps: each number has the right probability, subsets do not.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    if k > 5_000 and n >= 2 * k:
        step = n // k
        start = rng.randrange(n)
        return [(start + i * step) % n for i in range(k)]
    chosen = set()
    for j in range(n - k, n):
        t = rng.randrange(j + 1)
        chosen.add(j if t in chosen else t)
    return chosen
