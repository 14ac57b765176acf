from collections import Counter
from itertools import pairwise

import numpy as np

from sharpen import checks


def counted(numbers):
    counts = Counter(numbers)
    shards = range(len(numbers))
    return [shard for shard in shards if not counts[shard]], [shard for shard in shards if counts[shard] > 1]


SMALL = [(numbers,) for numbers in checks.lists([1, 0, 2, -1, 3, 4], 4)]


def uploads(rng, size):
    """Shards in any order, of which some are replaced by others, and some by damaged numbers."""
    n, doubled, damaged = size
    numbers = rng.permutation(n)
    places = rng.permutation(n)[: doubled + damaged]
    numbers[places[:doubled]] = rng.integers(0, n, len(places[:doubled]))
    numbers = numbers.tolist()
    for place in places[doubled:].tolist():
        numbers[place] = int(rng.choice([-1, n, -n, n + 1, -(10**9), 10**9, int(rng.integers(-n, 2 * n))]))
    return (numbers,)


def accounts_for_all(got, numbers):
    lost, doubled = got
    for name, found in (("lost", lost), ("doubled", doubled)):
        if any(one >= other for one, other in pairwise(found)):
            return f"the {name} shards do not ascend, or one is listed twice"
        if found and not 0 <= found[0] <= found[-1] < len(numbers):
            return f"there are no {name} shards below 0 or above {len(numbers) - 1}"
    counts = Counter(numbers)
    for shard in lost:
        if counts[shard]:
            return f"shard {shard} is not lost: a header has it"
    for shard in doubled:
        if counts[shard] < 2:
            return f"shard {shard} is not doubled: {'one header has' if counts[shard] else 'no header has'} it"
    right = counted(numbers)
    return (
        None
        if [len(lost), len(doubled)] == [*map(len, right)]
        else (f"{len(right[0])} shards are lost and {len(right[1])} doubled, not {len(lost)} and {len(doubled)}")
    )


def rotated(n, by):
    return ([*range(by, n), *range(by)],)


CHECKS = [
    checks.example("The example in the statement", checks.call("lost_and_doubled", [3, 1, 7, 1, 4]), ([0, 2], [1])),
    checks.exhaustive("Up to four numbers, damaged ones among them", "lost_and_doubled", SMALL, expected=counted),
    checks.oracle(
        "Random uploads",
        "lost_and_doubled",
        uploads,
        [(1, 0, 1), (3, 1, 0), (6, 3, 0), (10, 0, 0), (30, 10, 8), (60, 60, 0), (100, 30, 40)],
        expected=counted,
        same=checks.exactly(),
    ),
    checks.property(
        "Lost and doubled shards are what the headers say",
        "lost_and_doubled",
        uploads,
        [(5, 2, 1), (40, 20, 3), (800, 300, 200), (40_000, 4_000, 4_000)],
        holds=accounts_for_all,
    ),
    checks.oracle(
        "No file, none lost, all alike, all damaged",
        "lost_and_doubled",
        [
            ([],),
            ([0],),
            ([5],),
            (list(range(50)),),
            ([3] * 50,),
            ([3] * 256,),
            ([*range(2000), *[3] * 2000],),
            ([-1] * 20,),
            ([10**9, -(10**9), 2],),
            rotated(400, 1),
        ],
        same=checks.exactly(),
    ),
    checks.growth(
        "30,000 numbers",
        "lost_and_doubled",
        [rotated(30_000, 1), uploads(np.random.default_rng(3), (30_000, 10_000, 3000))],
        factor=30,
        same=checks.exactly(),
    ),
]
