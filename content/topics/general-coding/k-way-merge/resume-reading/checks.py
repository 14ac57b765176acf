from sharpen import checks


def sorted_all(shards, positions, count):
    """All that is left in one list, sorted."""
    left = [(time, number) for number, shard in enumerate(shards) for time in shard[positions[number] :]]
    taken = sorted(left)[:count]
    read = [sum(other == number for _, other in taken) for number in range(len(shards))]
    return [time for time, _ in taken], [at + more for at, more in zip(positions, read, strict=True)]


def stored(rng, size):
    """Shards of different lengths, some empty, each read up to somewhere, some to the end."""
    shards, longest, spread, count = size
    made = [sorted(rng.integers(-spread, spread + 1, rng.integers(0, longest + 1)).tolist()) for _ in range(shards)]
    return made, [int(rng.integers(0, len(shard) + 1)) for shard in made], count


SORTED = [[], [0], [1], [0, 0], [0, 1], [1, 1]]
SMALL = [
    ([one, other], [at, 0], count)
    for one in SORTED
    for other in SORTED
    for at in range(len(one) + 1)
    for count in range(5)
]


def in_order(got, shards, positions, count):
    times, new = got
    for number, (before, now) in enumerate(zip(positions, new, strict=True)):
        if not before <= now <= len(shards[number]):
            return f"shard {number} of {len(shards[number])} records was at {before} and is at {now}"
    if sum(new) - sum(positions) != len(times):
        return f"{len(times)} times, but the positions have moved by {sum(new) - sum(positions)}"
    left = [shard[at] for shard, at in zip(shards, new, strict=True) if at < len(shard)]
    if len(times) != count and (left or len(times) > count):
        return f"{len(times)} records were read, not {count}"
    place = next((place for place in range(1, len(times)) if times[place] < times[place - 1]), None)
    if place is not None:
        return f"the time {times[place]} at place {place} comes after {times[place - 1]}"
    if times and left and min(left) < times[-1]:
        return f"a record of time {min(left)} was left, though one of {times[-1]} was read"
    return None


def many(rng, size):
    shards, length, count = size
    made = [sorted(rng.integers(0, 10**6, length).tolist()) for _ in range(shards)]
    return made, [int(rng.integers(0, 2)) for _ in made], count


def few_of_many():
    """A thousand full shards; times below 128, which take a byte each on their way to the submission."""
    return [[(number + place) // 10 for place in range(1000)] for number in range(200)] * 5, [1] * 1000, 1000


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("read_on", [[1, 4, 7], [3, 4], [], [5, 5]], [1, 0, 0, 0], count=4),
        ([3, 4, 4, 5], [2, 2, 0, 1]),
        same=checks.exactly(),
    ),
    checks.exhaustive("Every two short shards", "read_on", SMALL, expected=sorted_all, same=checks.exactly()),
    checks.oracle(
        "Random shards",
        "read_on",
        stored,
        [(0, 0, 1, 0), (0, 0, 1, 3), (1, 5, 3, 1), (3, 4, 2, 5), (8, 6, 3, 12), (20, 10, 5, 60), (30, 9, 10**9, 500)],
        expected=sorted_all,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Times of a billion, and of minus a billion",
        "read_on",
        [
            ([[10**9, 10**9], [-(10**9), 10**9]], [0, 0], 4),
            ([[10**9], [0], [10**9]], [0, 1, 0], 1),
            ([[-(10**9)] * 3, [-(10**9)]], [1, 0], 9),
        ],
        expected=sorted_all,
        same=checks.exactly(),
    ),
    checks.property(
        "What is read is in order, and moves the positions",
        "read_on",
        stored,
        [(2, 4, 2, 2), (10, 20, 6, 40), (4, 1000, 10**6, 900), (50, 60, 1000, 400)],
        holds=in_order,
        empty=True,
    ),
    checks.unchanged("Shards and positions are not changed", "read_on", stored, [(3, 9, 4, 4), (10, 20, 100, 30)]),
    checks.growth(
        "12,000 records of 20,000 shards",
        "read_on",
        many,
        [(20_000, 2, 12_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.memory(
        "The next 1,000 records of a million, which are not copied",
        checks.call("read_on", *few_of_many()),
        limit=14,
        same=checks.exactly(),
    ),
]
