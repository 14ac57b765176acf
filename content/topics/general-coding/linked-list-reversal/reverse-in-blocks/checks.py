from sharpen import checks


def in_slices(values, k):
    """The values in the order that the nodes must have."""
    turned = list(values)
    for start in range(0, len(turned) - k + 1, k):
        turned[start : start + k] = turned[start : start + k][::-1]
    return turned


def right_order(got, head, k):
    """The very nodes, in the order that slices give."""
    values, _ = head.value
    if not values:
        return None if got is None else "expected None for an empty list"
    if not isinstance(got, checks.Nodes):
        return f"expected the first node of a list, got {checks.show(got, longest=60)}"
    if got.fault or got.links:
        return got.fault or f"the list runs in a cycle: its last node leads back to place {got.links[0]}"
    if list(got.origins) != in_slices(range(len(values)), k):
        return _departure(got, in_slices(range(len(values)), k))
    changed = next(
        (at for at, (place, value) in enumerate(zip(got.origins, got.values, strict=True)) if value != values[place]),
        None,
    )
    return None if changed is None else f"the node at place {changed} no longer has the value it had"


def _departure(got, wanted):
    if -1 in got.origins:
        return f"the node at place {got.origins.index(-1)} is a new one; the given nodes are to be relinked"
    if len(got.origins) != len(wanted):
        return f"the list has {len(got.origins):,} of {len(wanted):,} nodes"
    at = next(at for at, (one, other) in enumerate(zip(got.origins, wanted, strict=True)) if one != other)
    return f"at place {at} stands the node that was at {got.origins[at]}; that from {wanted[at]} belongs there"


def shards(rng, size):
    length, k = size
    return checks.linked_list(rng.integers(0, 9, length).tolist()), k


EVERY = [(checks.linked_list(range(n)), k) for n in range(10) for k in range(1, 11)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("reverse_blocks", checks.linked_list([1, 2, 3, 4, 5]), 2),
        checks.Nodes("linked_list", (2, 1, 4, 3, 5)),
    ),
    checks.exhaustive("Every length up to nine, every k up to ten", "reverse_blocks", EVERY, same=checks.relinked()),
    checks.property(
        "The given nodes, relinked",
        "reverse_blocks",
        shards,
        [
            (0, 1),
            (1, 1),
            (2, 2),
            (5, 2),
            (12, 5),
            (40, 7),
            (100, 100),
            (300, 7),
            (1500, 1000),
            (40, 100_000),
            (40, 65_538),
        ],
        holds=right_order,
        empty=True,
    ),
    checks.property(
        "Values may be anything, and are not compared",
        "reverse_blocks",
        [(checks.linked_list([None, {"a": 1}, 2.5, "x", None]), 2), (checks.linked_list([0, 0, 0, 0, 0, 0, 0]), 3)],
        holds=right_order,
    ),
    checks.growth(
        "30,000 nodes, blocks of one and blocks of 20,000",
        "reverse_blocks",
        shards,
        [(30_000, 1), (30_000, 20_000)],
        factor=30,
        holds=right_order,
    ),
    checks.error(
        "k below 1 raises ValueError, whatever the list",
        [checks.call("reverse_blocks", checks.linked_list(values), k) for values in ([1, 2], []) for k in (0, -1)],
    ),
]
