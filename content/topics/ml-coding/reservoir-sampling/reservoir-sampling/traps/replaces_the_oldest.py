# caught by: Every sample of k is equally likely
# Enters with the right probability, but pushes out the oldest item instead of a random one.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for i, item in enumerate(stream):
        if i < k:
            reservoir.append(item)
        elif rng.random() * (i + 1) < k:
            reservoir.pop(0)
            reservoir.append(item)
    return reservoir
