"""Every collection of batches, by how many of each kind, the last kind filling up."""


def least_latency(batches, requests):
    if requests <= 0:
        return 0
    (size, latency), *others = batches
    whole = -(-requests // size)
    if not others:
        return whole * latency
    return min(count * latency + least_latency(others, requests - count * size) for count in range(whole + 1))


def inputs(rng, draw):
    most = int(rng.choice([1, 5, 30, 10**6]))
    largest = int(rng.choice([3, 8, 30, 5000]))
    count = int(rng.integers(1, 5))
    batches = [(int(rng.integers(1, largest + 1)), int(rng.integers(1, most + 1))) for _ in range(count)]
    return batches, int(rng.integers(0, 25)) if largest < 100 else int(rng.integers(0, 40))
