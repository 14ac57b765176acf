from sharpen import checks


def begins_at(length, k):
    return length - length // k


def right_node(got, head, k):
    """The very node, with the rest of the list behind it."""
    values, _ = head.value
    start = begins_at(len(values), k)
    if start == len(values):
        return None if got is None else f"{len(values)} nodes hold out none with k = {k}, so None is expected"
    if not isinstance(got, checks.Nodes):
        return f"the node at place {start} of {len(values)} is expected, not {checks.show(got, longest=60)}"
    if -1 in got.origins:
        return "expected one of the given nodes, got a list in which a node is new"
    if got.origins[0] != start:
        return (
            f"the node at place {got.origins[0]} of {len(values)} was returned; with k = {k} that at {start} is right"
        )
    if got.fault or got.links or list(got.origins) != list(range(start, len(values))):
        return "the links behind the node are no longer what they were"
    return None


def events(rng, size):
    length, k = size
    return checks.linked_list(rng.integers(0, 5, length).tolist()), k


SMALL = [(length, k) for length in range(13) for k in range(1, 8)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("holdout", checks.linked_list([1, 2, 3, 4, 5, 6, 7]), 3),
        checks.Nodes("linked_list", (6, 7)),
    ),
    checks.oracle(
        "Every length up to twelve and every k up to seven",
        "holdout",
        [(checks.linked_list(range(length)), k) for length, k in SMALL],
        same=checks.relinked(),
    ),
    checks.property(
        "The given node, with the rest behind it",
        "holdout",
        events,
        [(0, 1), (1, 1), (2, 2), (5, 9), (9, 3), (49, 49), (60, 7), (301, 10), (900, 1000), (1000, 1000), (1999, 1000)],
        holds=right_node,
        empty=True,
    ),
    checks.property(
        "Values may be anything, and are not compared",
        "holdout",
        [(checks.linked_list([None, {"a": 1}, 2.5, "x", None, None]), 2), (checks.linked_list([0] * 8), 3)],
        holds=right_node,
    ),
    checks.unchanged("The list stays as it is", "holdout", events, [(2, 2), (9, 3), (60, 7)]),
    checks.growth(
        "30,000 nodes",
        "holdout",
        events,
        [(30_000, 2), (30_000, 7)],
        factor=30,
        holds=right_node,
    ),
]
