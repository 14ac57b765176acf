"""Minute by minute: in which centers copies are, and which transfers are under way."""


def arrival(links, source, target, start):
    there, coming, now = {source}, {}, start
    while target not in there:
        for origin, end, every, takes in links:
            if origin in there and now % every == 0 and end not in there:
                coming.setdefault(now + takes, set()).add(end)
        if now > start + 2000:
            return None
        now += 1
        there |= coming.pop(now, set())
    return now


def inputs(rng, draw):
    names = ["a", "A", "b", "a ", "é", "zz", "0"][: rng.integers(2, 8)]
    links = []
    for _ in range(rng.integers(0, 3 * len(names))):
        origin, end = (names[at] for at in rng.integers(0, len(names), 2))
        links.append((origin, end, *rng.integers(1, [4, 30][rng.integers(2)], 2).tolist()))
    source, target = (names[at] for at in rng.integers(0, len(names), 2))
    return links, source, target, int(rng.integers(0, 60))
