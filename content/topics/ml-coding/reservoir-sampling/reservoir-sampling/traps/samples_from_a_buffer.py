# caught by: A long stream is sampled in all its parts
# Thins a full buffer, then mixes thinned items with fresh ones as if they stood for equally many.
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError
    buffer = []
    for item in stream:
        buffer.append(item)
        if len(buffer) >= 1000 + 2 * k:
            buffer = rng.sample(buffer, k)
    return rng.sample(buffer, min(k, len(buffer)))
