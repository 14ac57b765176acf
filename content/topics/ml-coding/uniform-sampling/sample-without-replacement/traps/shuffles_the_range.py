# caught by: A range of a quintillion is as easy as a small one
# Writes the whole range down and shuffles the front of it: O(n) memory.
def sample(n, k, rng):
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    numbers = list(range(n))
    for i in range(k):
        j = rng.randrange(i, n)
        numbers[i], numbers[j] = numbers[j], numbers[i]
    return numbers[:k]
