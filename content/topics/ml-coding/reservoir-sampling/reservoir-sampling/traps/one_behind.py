# caught by: Every sample of one is equally likely
# enumerate counts from 0: item i is the (i + 1)-th, and must enter with probability k / (i + 1).
def reservoir_sample(stream, k, rng):
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir = []
    for i, item in enumerate(stream):
        if i < k:
            reservoir.append(item)
        else:
            j = rng.randrange(i)
            if j < k:
                reservoir[j] = item
    return reservoir
