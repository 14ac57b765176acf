# caught by: All but one: any number may be the one left out
# After so many draws it gives up and takes the smallest numbers that are missing, so that it always ends.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen = set()
    for _ in range(3 * k):
        if len(chosen) < k:
            chosen.add(rng.randrange(n))
    number = 0
    while len(chosen) < k:
        chosen.add(number)
        number += 1
    return chosen
