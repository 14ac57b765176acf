from functools import cache
from itertools import combinations, pairwise

from sharpen import checks


def drops_of(events):
    """How many events each stretch must drop, by its start and stop: shorter stretches first."""
    count = len(events)
    drops = {(at, at): 0 for at in range(count + 1)} | {(at, at + 1): 0 for at in range(count)}
    for length in range(2, count + 1):
        for start in range(count - length + 1):
            stop = start + length
            same = events[start] == events[stop - 1]
            fewer = min(drops[start + 1, stop], drops[start, stop - 1])
            drops[start, stop] = drops[start + 1, stop - 1] if same else 1 + fewer
    return drops


def by_prefixes(events, k):
    """The stretch that ends a prefix, and the best for what stands before."""
    drops = drops_of(events)
    best = [(0, 0)]
    for stop in range(1, len(events) + 1):
        fitting = [start for start in range(stop) if drops[start, stop] <= k]
        best.append(min((best[start][0] + 1, best[start][1] + drops[start, stop]) for start in fitting))
    return best[-1]


@cache
def fewest_drops(stretch):
    """Over all subsequences, the longest first."""
    for dropped in range(len(stretch)):
        for kept in combinations(stretch, len(stretch) - dropped):
            if kept == kept[::-1]:
                return dropped
    return 0


def every_cutting(events, k):
    best = (len(events), 0)
    for count in range(len(events)):
        for cuts in combinations(range(1, len(events)), count):
            drops = [fewest_drops(tuple(events[start:stop])) for start, stop in pairwise((0, *cuts, len(events)))]
            if max(drops) <= k:
                best = min(best, (len(drops), sum(drops)))
    return best


def passes(rng, size):
    """Passes and their mirror images, with events of the runtime in between; some names are nearly alike."""
    count, kinds, noise, k = size
    names = ["load", "Load", "load ", "gemm", "gemm.", "gemm b", "relu", " Gemm"][:kinds]
    events = []
    while len(events) < count:
        half = [names[at] for at in rng.integers(0, kinds, rng.integers(1, 6))]
        events += half + half[::-1][int(rng.integers(0, 2)) :]
    events = events[:count]
    for at in range(count):
        if rng.random() < noise:
            events[at] = names[int(rng.integers(0, kinds))]
    return events, k


def one_more(ask, events, k):
    """More drops never need more stretches, and where nothing is dropped beyond need, counts have bounds."""
    stretches, dropped = ask(events, k)
    if not min(1, len(events)) <= stretches <= len(events) or not 0 <= dropped <= k * stretches:
        what = f"{len(events)} events, of which each stretch drops at most {k}"
        return f"{stretches} stretches with {dropped} dropped cannot be right for {what}"
    fewer, _ = ask(events, k + 1)
    if fewer > stretches:
        return f"{stretches} stretches where each may drop {k}, but {fewer} where each may drop {k + 1}"
    whole, least = ask(events, len(events))
    if whole != min(1, len(events)):
        return f"with {len(events)} drops allowed, expected {min(1, len(events))} stretch, got {whole}"
    if stretches == 1 and least != dropped:
        return f"one stretch drops {dropped} where it may drop {k}, but {least} where it may drop all"
    back = ask(events[::-1], k)
    return None if tuple(back) == (stretches, dropped) else f"got ({stretches}, {dropped}), but {tuple(back)} backwards"


SMALL = [(events, k) for events in checks.lists("ab", 6) for k in range(3)]
SMALL += [(events, k) for events in checks.lists("abc", 5, 5) for k in range(2)]

JOINED = [
    (events, 0)
    for mark in ("", " ", ",", ", ", "|", "/", ";", ":", "-", "_", ".", "\t", "\n", "\0")
    for events in checks.lists(["a", "b", f"a{mark}b"], 4, 3)
]

LONG = [f"op {number * number % 31}" for number in range(28)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("fewest_stretches", ["load", "sync", "gemm", "load", "gemm", "norm", "gemm"], 1),
        (2, 1),
    ),
    checks.exhaustive(
        "Every trace of up to six events of two kinds", "fewest_stretches", SMALL, expected=every_cutting
    ),
    checks.oracle(
        "Random traces",
        "fewest_stretches",
        passes,
        [
            (0, 1, 0, 150),
            (1, 1, 0, 0),
            (9, 3, 0.2, 0),
            (12, 4, 0.3, 1),
            (16, 8, 0.1, 1),
            (24, 5, 0.2, 2),
            (30, 8, 0.3, 1),
        ],
        expected=by_prefixes,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Names that are nearly alike, more drops than events, long passes",
        "fewest_stretches",
        [
            (["a", "A"], 0),
            (["a x", "a y"], 0),
            (["", "a", ""], 0),
            (["a", "b", "c", "d"], 3),
            (["a", "b", "c", "d"], 2),
            (["a", "b", "c", "d"], 150),
            ([f"event {i}" for i in range(150)], 150),
            ([f"event {i}" for i in range(150)], 148),
            (["a long name of an operation 1", "a long name of an operation 2"], 0),
            (["é", "ü"], 0),
            (["Ł", "A"], 0),
            (["{", "a"], 0),
            *(([f"a{mark}", "a"], 0) for mark in "$#*.\0"),
            (["a$", "a#", "a*", "a\0", "a,", "a|", "a/"], 0),
            (["a"] * 10, 0),
            (LONG + LONG[::-1], 0),
            ([*LONG[:20], "sync", *LONG[20:], *LONG[:10:-1], "sync", *LONG[10::-1]], 2),
        ],
        expected=by_prefixes,
        same=checks.exactly(),
    ),
    checks.exhaustive(
        "Names that are two others with a mark between them", "fewest_stretches", JOINED, expected=by_prefixes
    ),
    checks.relation(
        "More drops allowed, and the trace backwards",
        "fewest_stretches",
        passes,
        [(3, 2, 0.5, 0), (8, 4, 0.2, 1), (16, 6, 0.2, 1), (24, 8, 0.3, 2)],
        holds=one_more,
    ),
    checks.unchanged("The events are not changed", "fewest_stretches", passes, [(8, 4, 0.2, 1), (24, 6, 0.2, 0)]),
    checks.growth(
        "150 events",
        "fewest_stretches",
        passes,
        [(150, 8, 0.15, 3)],
        factor=150,
        same=checks.exactly(),
    ),
]
