from collections import Counter

from sharpen import checks


def shortest(events, needed):
    """Every stretch, the shorter ones first."""
    for length in range(len(events) + 1):
        for start in range(len(events) - length + 1):
            inside = Counter(events[start : start + length])
            if all(inside[kind] >= count for kind, count in needed.items()):
                return start, start + length
    return None


NEEDS = [{}, {"a": 1}, {"a": 2}, {"a": 1, "b": 1}, {"a": 2, "b": 1}, {"b": 3}, {"a": 1, "c": 1}, {"a": 0, "b": 0}]
NEEDS += [{"a": 2, "b": 0}, {"d": 1}, {"a": 1, "b": 1, "c": 1}]
SMALL = [(events, needed) for events in checks.lists("abc", 5) for needed in NEEDS]


def logs(rng, size):
    length, kinds, most = size
    names = checks.names("kind", kinds)
    needed = {str(name): int(rng.integers(0, most + 1)) for name in rng.permutation(names)[: max(1, kinds // 2)]}
    return [names[number] for number in rng.integers(0, kinds, length)], needed


def holds_it_tightly(got, events, needed):
    """Whether the stretch holds what is needed, and does not without either end."""
    if got is None:
        inside = Counter(events)
        enough = all(inside[kind] >= count for kind, count in needed.items())
        return "the whole log holds what is needed, but the answer is None" if enough else None
    start, stop = got
    if not 0 <= start <= stop <= len(events):
        return f"there is no stretch events[{start}:{stop}] of {len(events)} events"
    inside = Counter(events[start:stop])
    lacking = next((kind for kind, count in needed.items() if inside[kind] < count), None)
    if lacking is not None:
        return f"events[{start}:{stop}] holds {lacking!r} {inside[lacking]} times; {needed[lacking]} are needed"
    for end in (start, stop - 1) if stop > start else ():
        if inside[events[end]] > needed.get(events[end], 0):
            return f"events[{start}:{stop}] holds what is needed without its event at {end} too"
    return None


def long_log(rng, size):
    """Usual kinds all along and, last of what is needed, a rare one: each quarter holds it three times."""
    length, kinds = size
    usual = [f"usual {number}" for number in range(kinds - 1)]
    events = [usual[number] for number in rng.integers(0, kinds - 1, length)]
    for quarter in range(4):
        for place in rng.choice(length // 4, 3, replace=False).tolist():
            events[quarter * (length // 4) + place] = "rare"
    return events, {kind: 1 + number % 3 for number, kind in enumerate(usual)} | {"rare": 3}


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "shortest_cover",
            ["load", "save", "warn", "warn", "load", "warn", "save", "load"],
            {"load": 2, "save": 1},
        ),
        (4, 8),
    ),
    checks.exhaustive("Every log of up to five events of three kinds", "shortest_cover", SMALL, expected=shortest),
    checks.oracle(
        "Random logs",
        "shortest_cover",
        logs,
        [(1, 1, 1), (4, 2, 1), (8, 2, 3), (12, 4, 2), (30, 4, 4), (60, 10, 2), (60, 3, 12)],
        expected=shortest,
        same=checks.exactly(),
    ),
    checks.property(
        "The stretch holds what is needed, and not without its ends",
        "shortest_cover",
        logs,
        [(3, 2, 1), (200, 5, 3), (3000, 40, 6), (3000, 3, 400)],
        holds=holds_it_tightly,
        empty=True,
    ),
    checks.oracle(
        "An empty log, a short cover behind a long stretch, the whole of 100,000 events",
        "shortest_cover",
        [
            ([], {"a": 1}),
            ([], {}),
            ([], {"a": 0}),
            (["b", *["x"] * 1500, "b", "a"], {"a": 1, "b": 1}),
            (["a", *["x"] * 99_998, "b"], {"a": 1, "b": 1}),
            (["", "x", "", "a", ""], {"": 2, "a": 1}),
            (["x", "", "x"], {"": 1}),
            ([*["a"] * 99_999, "b"], {"a": 40_000, "b": 1}),
            ([f"event {number}" for number in range(70_000)], {"kind 0": 1}),
            *(([f"a{mark}", "x", f"{mark}a", "a"], {"a": 1, f"a{mark}": 1}) for mark in " ,|/$#*\0\n{éŁ"),
            (["é", "A", "x", "x", "é", "x", "Ł"], {"é": 1, "Ł": 1}),
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The arguments are not changed", "shortest_cover", logs, [(8, 2, 3), (30, 4, 4)]),
    checks.growth(
        "100,000 events and 1,000 needed kinds",
        "shortest_cover",
        long_log,
        [(100_000, 1000)],
        factor=30,
        same=checks.exactly(),
    ),
]
