# caught by: With room for one, the last items are no more likely than the first
# So that something new still gets in, the probability has a floor; late items are kept too often.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for i, item in enumerate(stream):
        if len(reservoir) < k:
            reservoir.append(item)
        elif k and rng.random() < max(k / (i + 1), 0.001):
            reservoir[rng.randrange(k)] = item
    return reservoir
