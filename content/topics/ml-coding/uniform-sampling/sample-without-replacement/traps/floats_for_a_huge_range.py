# caught by: Every number of a huge range can come out
# A float has 53 bits: of a quintillion numbers most can never be drawn.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = set()
    for j in range(n - k, n):
        t = int(rng.random() * (j + 1))
        chosen.add(j if t in chosen else t)
    return chosen
