"""All ways to cut, and for each stretch all ways to drop."""

from itertools import combinations


def fewest_stretches(events, k):
    count = len(events)
    mirrored = {}
    for start in range(count):
        for stop in range(start + 1, count + 1):
            stretch = events[start:stop]
            sizes = range(len(stretch), 0, -1)
            kept = next(size for size in sizes if any(one == one[::-1] for one in combinations(stretch, size)))
            mirrored[start, stop] = len(stretch) - kept

    def cuttings(start):
        if start == count:
            yield 0, 0
        for stop in range(start + 1, count + 1):
            if mirrored[start, stop] <= k:
                for stretches, dropped in cuttings(stop):
                    yield stretches + 1, dropped + mirrored[start, stop]

    return min(cuttings(0))


def inputs(rng, draw):
    names = ["a", "A", "a b", "", "c"][: rng.integers(1, 6)]
    events = [names[at] for at in rng.integers(0, len(names), draw.length("events", 9))]
    return events, int(rng.integers(0, 4)) if rng.random() < 0.9 else draw("k")
