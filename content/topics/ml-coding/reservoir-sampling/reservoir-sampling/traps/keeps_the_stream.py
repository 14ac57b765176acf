# caught by: A long stream is not kept
# Reads everything into a list and samples from that: O(n) memory.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    items = list(stream)
    return rng.sample(items, min(k, len(items)))
