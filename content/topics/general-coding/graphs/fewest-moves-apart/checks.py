from itertools import combinations

from sharpen import checks


def by_trying(n, apart):
    """All choices of servers; of the smallest the one that keeps the smallest number of each group, if it can."""
    linked = {server: {server} for server in range(n)}
    for one, other in apart:
        together = linked[one] | linked[other]
        for server in together:
            linked[server] = together
    firsts = {min(group) for group in linked.values()}
    for count in range(n + 1):
        ways = [
            chosen
            for chosen in combinations(range(n), count)
            if all((one in chosen) != (other in chosen) for one, other in apart)
        ]
        if ways:
            return list(min(ways, key=lambda chosen: len(firsts & set(chosen))))
    return None


def small():
    yield from ((n, list(edges)) for n in range(5) for edges in checks.graphs(n))
    yield from ((5, [*edges, (4, 0)]) for edges in checks.graphs(4))
    yield from ((2, pairs) for pairs in ([(0, 0)], [(1, 1)], [(0, 1), (1, 0)], [(1, 0), (1, 0)], [(0, 1), (1, 1)]))


def parted(rng, size):
    """Pairs across two hidden sides of unequal size, and `wrong` ones that need not keep to them."""
    n, pairs, wrong = size
    order = rng.permutation(n).tolist()
    left, right = order[: max(1, n // 3)], order[max(1, n // 3) :]
    apart = []
    for _ in range(pairs if right else 0):
        pair = left[rng.integers(len(left))], right[rng.integers(len(right))]
        apart.append(pair if rng.random() < 0.5 else pair[::-1])
    apart += [tuple(pair) for pair in rng.integers(0, n, (wrong, 2)).tolist()]
    return n, apart


def possible(got, n, apart):
    """Every pair is parted, and no group would do with fewer moves, or as many and its smallest number in place."""
    chosen = set(got)
    if list(got) != sorted(chosen):
        return "the answer is not sorted, or names a server twice"
    together = next((pair for pair in apart if (pair[0] in chosen) == (pair[1] in chosen)), None)
    if together:
        return f"servers {together[0]} and {together[1]} end in the same zone"
    group = list(range(n))
    for _ in range(n):
        before = list(group)
        for one, other in apart:
            group[one] = group[other] = min(group[one], group[other])
        if before == group:
            break
    for first in set(group):
        members = [server for server in range(n) if group[server] == first]
        moving = sum(server in chosen for server in members)
        if 2 * moving > len(members) or (2 * moving == len(members) and first in chosen):
            say = f"{moving} of the {len(members)} servers linked to server {first} are moved"
            return f"{say}; with its zones swapped it would be {len(members) - moving}" + (
                ", and the smallest number would stay" if 2 * moving == len(members) else ""
            )
    return None


def row(rng, size):
    """One row of servers from server 0 on, in an order of its own, each pair twice."""
    (n,) = size
    order = [0, *(1 + rng.permutation(n - 1)).tolist()]
    return n, [pair for at in range(n - 1) for pair in ((order[at], order[at + 1]), (order[at + 1], order[at]))]


def star_and_rest(rng, size):
    """Most servers are linked to one that comes after them, the others in pairs."""
    (n,) = size
    most = n * 19 // 20
    return n, [(at, most) for at in range(most)] + [(at, at + 1) for at in range(most + 1, n - 1, 2)]


CHECKS = [
    checks.example("The example in the statement", checks.call("moved", 6, [(0, 1), (2, 1), (3, 4)]), [1, 4]),
    checks.exhaustive("Every graph of up to four servers", "moved", small(), expected=by_trying),
    checks.oracle(
        "Several groups, some impossible",
        "moved",
        parted,
        [(1, 0, 1), (3, 2, 0), (6, 3, 1), (8, 4, 0), (9, 6, 0), (10, 5, 1), (11, 9, 0), (11, 3, 2)],
        expected=by_trying,
        drawn=checks.reference,
    ),
    checks.property(
        "Every pair is split, and no group needs fewer moves",
        "moved",
        parted,
        [(2, 1, 0), (12, 8, 0), (40, 30, 0), (150, 90, 0), (1200, 700, 0)],
        holds=possible,
        empty=True,
    ),
    checks.oracle(
        "A contradiction that shows late",
        "moved",
        [
            (901, [(at, (at + 1) % 901) for at in range(901)]),
            (900, [(at, (at + 1) % 900) for at in range(900)]),
            (1002, [*((at, at + 1) for at in range(1000)), (1001, 1001)]),
        ],
    ),
    checks.unchanged("`apart` is not changed", "moved", parted, [(6, 3, 0), (40, 30, 0)]),
    checks.growth("A chain of 20,000 servers", "moved", row, [(20_000,)], factor=30),
    checks.growth("A server with 19,000 partners", "moved", star_and_rest, [(20_000,)], factor=30),
]
