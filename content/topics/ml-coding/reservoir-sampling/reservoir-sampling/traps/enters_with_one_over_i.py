# caught by: Every sample of k is equally likely
# Generalizes k = 1 wrongly: the item enters with probability 1 / i in place of k / i.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for i, item in enumerate(stream):
        if i < k:
            reservoir.append(item)
        elif k and rng.random() < 1 / (i + 1):
            reservoir[rng.randrange(k)] = item
    return reservoir
