from itertools import pairwise, product

from sharpen import checks


def distances(links):
    """How many links each place is away from the first, by rounds over all links; None if it can't be reached."""
    away, more = {0: 0}, True
    for hop in range(len(links)):
        if more:
            more = [end for at in [at for at, hops in away.items() if hops == hop] for end in links[at]]
            away |= {end: hop + 1 for end in more if end not in away}
    return away


def copied(got, start, hops):
    """New nodes for the near ones, linked as those are."""
    values, links = start.value
    if not isinstance(got, checks.Nodes):
        return f"expected the copy of start, a GraphNode, got {checks.show(got, longest=60)}"
    if got.fault:
        return got.fault
    old = next((value for value, origin in zip(got.values, got.origins, strict=True) if origin >= 0), None)
    if old is not None:
        return f"the answer leads to a given node, the one with the value {old}, instead of a copy"
    if len(set(got.values)) != len(got.values):
        double = next(value for value in got.values if got.values.count(value) > 1)
        return f"there are several copies of the node with the value {double}; expected one"
    near = {at for at, away in distances(links).items() if away <= hops}
    linked = dict(zip(got.values, got.links, strict=True))
    if got.values[0] != values[0]:
        return f"the node returned has the value {got.values[0]}; start has {values[0]}"
    for place in sorted(near):
        if values[place] not in linked:
            return f"the node with the value {values[place]} is near, but the answer does not lead to a copy of it"
        wanted = [values[end] for end in links[place] if end in near]
        came = [got.values[end] for end in linked[values[place]]]
        if came != wanted:
            where = f"the copy of the node with the value {values[place]}"
            return f"{where} has the neighbors {checks.show(came, longest=80)}, not {checks.show(wanted, longest=80)}"
    extra = next((value for value in got.values if values.index(value) not in near), None)
    return None if extra is None else f"the node with the value {extra} is more than {hops} links away"


def linked(edges, count):
    return checks.graph({at: [end for start, end in edges if start == at] for at in range(count)})


def small():
    for edges in checks.graphs(3, directed=True):
        for hops in range(4):
            yield linked(edges, 3), hops
    loops = [(0, 0), (0, 1), (1, 0), (1, 1)]
    for counts, hops in product(product(range(3), repeat=4), range(3)):
        yield linked([edge for edge, count in zip(loops, counts, strict=True) for _ in range(count)], 2), hops


def catalog(rng, size):
    """A graph with loops and double links, with far less reach by few hops than by many."""
    count, edges, hops = size
    values = rng.permutation(3 * count)[:count].tolist()
    neighbors = {value: [] for value in values}
    for start, end in rng.integers(0, count, (edges, 2)).tolist():
        neighbors[values[start]].append(values[end])
    return checks.graph(neighbors), hops


def long_ways_first(rng, size):
    """Two long paths and between them, in the order of links, a short one; all lead to nodes with more behind them."""
    (steps,) = size
    first, last = list(range(10, 10 + steps)), list(range(1010, 1010 + steps))
    ways = {at: [after] for way in (first, last) for at, after in pairwise([*way, way[0] // 1000 + 1])}
    neighbors = {0: [first[0], 3, last[0]], 3: [1, 2], 1: [4, 1], 2: [5, 2], 4: [6], 5: [6], 6: [0], **ways}
    return checks.graph(neighbors), steps + 1


def row(rng, size):
    count, hops = size
    return checks.graph({at: [0, min(at + 1, count - 1), max(at - 1, 0)] for at in range(count)}), hops


def ways_back(rng, size):
    """A row with a turning from each node to one long tail; who goes ahead first meets the nearest turning last."""
    turnings, tail, ahead_first = size
    neighbors = {at: [turnings + at, at + 1][:: -1 if ahead_first else 1] for at in range(turnings - 1)}
    neighbors |= {turnings - 1: [2 * turnings - 1], **{turnings + at: [2 * turnings] for at in range(turnings)}}
    neighbors |= {2 * turnings + at: [2 * turnings + at + 1] for at in range(tail - 1)}
    return checks.graph({**neighbors, 2 * turnings + tail - 1: []}), turnings + tail


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("neighborhood", checks.graph({1: [2, 2], 2: [3, 1], 3: [1]}), 1),
        checks.Nodes("graph", (1, 2), ((1, 1), (0,))),
    ),
    checks.oracle("Every graph of two or three nodes", "neighborhood", list(small())),
    checks.property(
        "New nodes for the near ones, linked as those are",
        "neighborhood",
        catalog,
        [(1, 0, 0), (1, 2, 1), (4, 7, 1), (8, 14, 2), (20, 40, 3), (60, 90, 4), (200, 420, 5), (900, 1100, 150)],
        holds=copied,
    ),
    checks.property(
        "A long path met before a short one",
        "neighborhood",
        long_ways_first,
        [(1,), (2,), (3,), (40,), (300,)],
        holds=copied,
    ),
    checks.unchanged("The given nodes stay as they are", "neighborhood", catalog, [(4, 7, 1), (20, 40, 2)]),
    checks.growth("10,000 nodes in a row, and a billion hops", "neighborhood", row, [(10_000, 10**9)], factor=30),
    checks.growth(
        "A long tail that is reached by thousands of ways",
        "neighborhood",
        ways_back,
        [(2500, 5000, False), (2500, 5000, True)],
        factor=30,
    ),
]
