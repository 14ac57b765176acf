# caught by: A long list is shuffled all through
# A data loader's shuffle buffer: within each chunk the order is random, but nothing leaves its chunk.
CHUNK = 2**14


def shuffle(items, uniform):
    shuffled = list(items)
    for start in range(0, len(shuffled), CHUNK):
        for i in range(min(start + CHUNK, len(shuffled)) - 1, start, -1):
            j = start + int(uniform() * (i - start + 1))
            shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
