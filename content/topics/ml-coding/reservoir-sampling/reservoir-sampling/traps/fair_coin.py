# caught by: Every sample of one is equally likely
# Replaces with a constant probability, so the end of the stream wins.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for item in stream:
        if len(reservoir) < k:
            reservoir.append(item)
        elif k and rng.random() < 0.5:
            reservoir[rng.randrange(k)] = item
    return reservoir
