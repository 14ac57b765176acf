from sharpen import checks


def from_both_ends(length):
    """The old places in their new order."""
    return [at // 2 if at % 2 == 0 else length - 1 - at // 2 for at in range(length)]


def folded(got, head):
    """The very nodes, from both ends in turn."""
    values, _ = head.value
    if not values:
        return None if got is None else "expected None for an empty list"
    if not isinstance(got, checks.Nodes):
        return f"expected the first node of a list, got {checks.show(got, longest=60)}"
    if got.fault or got.links:
        return got.fault or f"the list runs in a cycle: its last node leads back to place {got.links[0]}"
    if -1 in got.origins:
        return f"the node at place {got.origins.index(-1)} is a new one; the given nodes are to be relinked"
    if len(got.origins) != len(values):
        return f"the list has {len(got.origins):,} of {len(values):,} nodes"
    for at, (origin, wanted) in enumerate(zip(got.origins, from_both_ends(len(values)), strict=True)):
        if origin != wanted:
            return f"at place {at} stands the node that was at {origin}; that from {wanted} belongs there"
        if got.values[at] != values[origin]:
            return f"the node that was at place {origin} no longer has the value it had"
    return None


def examples(rng, length):
    return (checks.linked_list(rng.integers(0, 9, length).tolist()),)


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("fold", checks.linked_list([1, 2, 3, 4, 5])),
        checks.Nodes("linked_list", (1, 5, 2, 4, 3)),
    ),
    checks.oracle(
        "Every length up to twelve",
        "fold",
        [(checks.linked_list(range(length)),) for length in range(13)],
        same=checks.relinked(),
    ),
    checks.property(
        "The given nodes, from both ends in turn",
        "fold",
        examples,
        [0, 1, 2, 3, 4, 9, 60, 301, 900],
        holds=folded,
        empty=True,
    ),
    checks.property(
        "Values may be anything, and are not compared",
        "fold",
        [(checks.linked_list([None, {"a": 1}, 2.5, "x", None]),), (checks.linked_list([0] * 8),)],
        holds=folded,
    ),
    checks.growth("30,000 nodes", "fold", examples, [30_000], factor=30, holds=folded),
]
