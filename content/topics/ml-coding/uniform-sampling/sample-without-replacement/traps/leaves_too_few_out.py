# caught by: Every subset is equally likely
# Draws the numbers to leave out with replacement: where two are the same, one too few is left out, and the end is cut
# off.
def sample(n, k, rng):
    if k < 0 or k > n:
        raise ValueError("k")
    if 2 * k > n and n < 10**6:
        no = {rng.randrange(n) for _ in range(n - k)}
        return [i for i in range(n) if i not in no][:k]
    out = set()
    for j in range(n - k, n):
        t = rng.randrange(j + 1)
        out.add(j if t in out else t)
    return out
