# caught by: With room for one, the last items are no more likely than the first
# "After a thousand times k items hardly anything changes": so it stops, and the rest of the stream has no chance.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for i, item in enumerate(stream):
        if i < k:
            reservoir.append(item)
            continue
        if i > 1_000 * k:
            break
        j = rng.randrange(i + 1)
        if j < k:
            reservoir[j] = item
    return reservoir
