"""By counting each shard number in the list."""


def lost_and_doubled(numbers):
    counts = [sum(number == shard for number in numbers) for shard in range(len(numbers))]
    return (
        [shard for shard, count in enumerate(counts) if count == 0],
        [shard for shard, count in enumerate(counts) if count >= 2],
    )


def inputs(rng, draw):
    n = draw.length("numbers", 20)
    most = int(rng.choice([1, max(1, n // 2), n + 1, 10**9 + 1]))
    low = int(rng.choice([0, -1, -(10**9)]))
    numbers = rng.integers(low, most, n).tolist()
    return ([int(rng.integers(n)) if rng.random() < 0.5 else number for number in numbers],)
