from itertools import product

from sharpen import checks


def by_dictionary(runs):
    """From the oldest run to the newest, each overwriting what was there."""
    values = {}
    for run in reversed(runs):
        values.update(run)
    return [(key, values[key]) for key in sorted(values) if values[key] is not None]


def streams(*runs):
    return ([checks.stream(run) for run in runs],)


def written(rng, size):
    """Runs of different lengths over few keys, some empty, with deletions."""
    runs, longest, keys, deleted = size
    made = []
    for _ in range(runs):
        chosen = sorted(rng.choice(keys, min(keys, int(rng.integers(0, longest + 1))), replace=False).tolist())
        values = [None if rng.random() < deleted else int(rng.integers(-2, 3)) for _ in chosen]
        made.append([(key - keys // 2, value) for key, value in zip(chosen, values, strict=True)])
    return streams(*made)


def newest_values(got, runs):
    """Keys in order, each with the value of the newest run that has it."""
    newest = {}
    for run in reversed(runs):
        newest.update(run.value)
    before = None
    for place, (key, value) in enumerate(got):
        if before is not None and key <= before:
            return f"the key {key} at place {place} comes after {before}"
        if key not in newest:
            return f"the key {key} is in no run"
        if value != newest[key]:
            said = "says that it was deleted" if newest[key] is None else f"has {newest[key]}"
            return f"the key {key} has the value {value}, but the newest run with it {said}"
        before = key
    count = sum(value is not None for value in newest.values())
    return None if len(got) == count else f"{len(got)} keys; {count} are in the runs and not deleted"


def many(rng, count):
    """Many short runs whose keys lie among each other."""
    made = [sorted(rng.choice(10**6, 3, replace=False).tolist()) for _ in range(count)]
    return streams(*[[(key, place) for place, key in enumerate(run)] for run in made])


CHOICES = [[], [(0, 5)], [(0, None)], [(1, 6)], [(0, 5), (1, None)], [(0, None), (1, 6)], [(0, None), (1, None)]]
FAR = 10**9

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("compact", streams([(1, 10), (4, None)], [(4, 41), (7, 71)], [(2, 22), (7, 72)])[0]),
        [(1, 10), (2, 22), (7, 71)],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Up to three runs of two keys",
        "compact",
        [
            ([],),
            *[streams(run) for run in CHOICES],
            *[streams(*runs) for runs in list(product(CHOICES, repeat=3))[::4]],
        ],
        expected=by_dictionary,
        same=checks.exactly(),
        drawn=False,
    ),
    checks.oracle(
        "Random runs",
        "compact",
        written,
        [(1, 5, 5, 0.5), (3, 4, 5, 0.3), (8, 10, 15, 0.3), (20, 30, 40, 0.5), (150, 5, 200, 0.2), (5, 2000, 5000, 0.2)],
        expected=by_dictionary,
        same=checks.exactly(),
    ),
    checks.oracle(
        "No key is special, be it the first or the last",
        "compact",
        [
            *[streams([(key, 3)]) for key in (-2, -1, 0, 1, 2**31 - 1 - FAR, -FAR, FAR)],
            *[streams([(key, -1), (key + 1, 0)], [(key, 5)]) for key in (-2, -1, 0, 1, -FAR, FAR - 1)],
            streams([(-FAR, None), (-1, None)], [(-FAR, FAR), (0, -FAR)], [(-1, 7), (FAR, None)]),
        ],
        expected=by_dictionary,
        same=checks.exactly(),
        drawn=False,
    ),
    checks.property(
        "Keys in order, with their newest values",
        "compact",
        written,
        [(2, 6, 8, 0.2), (12, 20, 60, 0.3), (60, 40, 1000, 0.1)],
        holds=newest_values,
        empty=True,
    ),
    checks.growth("6,000 runs", "compact", many, [6000], factor=30, same=checks.exactly()),
    checks.memory(
        "30,000 keys, nearly all deleted, are not kept in memory",
        checks.call(
            "compact",
            [checks.weighted_stream(range(30_000), [*[None] * 2999, 5]), checks.weighted_stream(range(30_000), [7, 8])],
        ),
        limit=2,
        same=checks.exactly(),
    ),
    checks.memory(
        "Of 300 long runs, no more is read than is needed",
        checks.call(
            "compact",
            [
                checks.weighted_stream(range(start, 90_000, 300), [start if start > 298 else None])
                for start in range(300)
            ],
        ),
        limit=2,
        same=checks.exactly(),
    ),
]
