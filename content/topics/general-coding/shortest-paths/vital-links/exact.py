"""All simple paths, listed; a link is vital if each shortest of them has it."""


def vital(links, source, target):
    best, ways = None, []

    def go(center, length, met, used):
        nonlocal best, ways
        if center == target:
            if best is None or length < best:
                best, ways = length, []
            if length == best:
                ways.append(set(used))
            return
        for place, (origin, end, more) in enumerate(links):
            if origin == center and end not in met:
                go(end, length + more, [*met, end], [*used, place])

    go(source, 0, [source], [])
    return sorted(set.intersection(*ways)) if ways else []


def inputs(rng, draw):
    names = ["a", "A", "b", "a ", "é", "zz"][: rng.integers(2, 7)]
    longest = [1, 2, 4, 10**9][rng.integers(4)]
    links = []
    for _ in range(rng.integers(0, 2 * len(names) + 1)):
        origin, end = (names[at] for at in rng.integers(0, len(names), 2))
        links += [(origin, end, int(rng.integers(1, longest + 1)))] * int(1 + (rng.random() < 0.1))
    return links, names[0], names[-1 if rng.random() < 0.95 else 0]
