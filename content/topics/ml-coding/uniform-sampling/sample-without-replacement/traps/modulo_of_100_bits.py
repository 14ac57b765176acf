# caught by: Every number of a huge range can come out
# Takes 100 random bits modulo n: where n is not far below 2**100, its lower numbers come twice as often.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = set()
    while len(chosen) < k:
        chosen.add(rng.randrange(2**100) % n)
    return chosen
