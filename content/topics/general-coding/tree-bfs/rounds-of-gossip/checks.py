from collections import deque
from itertools import combinations

from sharpen import checks


def planted(tree, values):
    """A tree of the universe as a given, with the value at each place in preorder."""
    order, waiting = [], deque([tree])
    while waiting:
        node = waiting.popleft()
        order.append(None if node is None else values[node[0]])
        waiting += node[1:] if node else ()
    return checks.binary_tree(order)


def links(root):
    """The numbers of a given tree, and the pairs of those that are connected."""
    (values,) = root.value
    nodes = [value for value in values if value is not None]
    pairs = []
    for at, value in enumerate(values[1:]):
        if value is not None:
            pairs.append((nodes[at // 2], value))
    return nodes, pairs


def passed_on(root, holders, down):
    """Round by round over all links, until nothing changes."""
    numbers, pairs = links(root)
    have = set(numbers) & set(holders) - set(down)
    found = [sorted(have)] if have else []
    while True:
        new = {b for pair in pairs for a, b in (pair, pair[::-1]) if a in have} - have - set(down)
        if not new:
            return found
        have |= new
        found.append(sorted(new))


def fleets(rng, size):
    """A random tree of workers, some of them down, with numbers that no worker has and others that come twice."""
    nodes, having, failing, missing = size
    numbers = rng.permutation(3 * nodes + 3)[:nodes].tolist()
    order, open_ends, left = numbers[:1], 2, 1
    while open_ends and left < nodes:
        if rng.random() < (missing if open_ends > 2 else 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append(numbers[left])
            open_ends, left = open_ends + 1, left + 1
    there = [one for one in order if one is not None] or [0]
    holders = [int(rng.choice(there)) for _ in range(having)]
    down = [int(rng.choice(there)) if rng.random() < 0.8 else int(rng.integers(4 * nodes + 4)) for _ in range(failing)]
    if rng.random() < 0.4:
        holders = [*holders, int(rng.integers(4 * nodes + 4)), *holders[:1]]
    return checks.binary_tree(order), holders, down


def each_from_the_round_before(got, root, holders, down):
    """Every worker comes once, none that is down, each with a neighbor in the round before."""
    numbers, pairs = links(root)
    near = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    first = sorted(set(holders) & set(numbers) - set(down))
    if (list(got[0]) if got else []) != first:
        return f"round 0 is {first}, not {list(got[0]) if got else 'missing'}" if first else "nobody has it in round 0"
    when = {}
    for number, getting in enumerate(got):
        for one in getting:
            if one in when:
                return f"worker {one} gets it in the rounds {when[one]} and {number}"
            if one in down:
                return f"worker {one} is down, but gets it in round {number}"
            if number and not any(when.get(other) == number - 1 for other in near.get(one, ())):
                return f"no neighbor of worker {one} got it in round {number - 1}, but it gets it in round {number}"
            when[one] = number
    late = [one for one in numbers if one not in when and one not in down and near.get(one, set()) & when.keys()]
    return f"worker {late[0]} is up and has a neighbor with the checkpoint, but never gets it" if late else None


def way_down(levels):
    order = [0]
    for level in range(1, levels):
        order += [level, None] if level % 2 else [None, level]
    return checks.binary_tree(order)


def subsets(numbers, most):
    return [list(some) for count in range(most + 1) for some in combinations(numbers, count)]


SMALL = [
    (planted(tree, (3, 1, 4, 0)), holders, down)
    for nodes in range(5)
    for tree in checks.trees(nodes, nodes)
    for holders in subsets((3, 1, 4, 0)[:nodes], 2)
    for down in subsets((3, 1, 4, 0)[:nodes], 2)
]
FIVE = [
    (planted(tree, (2, 0, 4, 1, 3)), [holder], [3] * (holder % 2)) for tree in checks.trees(5, 5) for holder in range(5)
]
FULL = checks.binary_tree([number * 7919 % 16383 for number in range(2**14 - 1)])

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("rounds", checks.binary_tree([1, 2, 3, 4, 5, None, None, 6]), [2], [4]),
        [[2], [1, 5], [3]],
        same=checks.exactly(),
    ),
    checks.exhaustive("Every tree of up to five workers", "rounds", SMALL + FIVE, expected=passed_on),
    checks.oracle(
        "Random trees",
        "rounds",
        fleets,
        [
            (0, 1, 1, 0.4),
            (1, 1, 0, 0.4),
            (6, 1, 1, 0.4),
            (20, 2, 3, 0.45),
            (60, 1, 4, 0.5),
            (150, 3, 10, 0.45),
            (300, 5, 40, 0.4),
        ],
        expected=passed_on,
        same=checks.exactly(),
    ),
    checks.property(
        "Who gets it has a neighbor that got it in the round before",
        "rounds",
        fleets,
        [(3, 3, 0, 0.4), (40, 3, 3, 0.45), (400, 2, 9, 0.4), (2000, 6, 60, 0.45)],
        holds=each_from_the_round_before,
        empty=True,
    ),
    checks.unchanged("The lists are not changed", "rounds", fleets, [(6, 3, 2, 0.4), (40, 4, 9, 0.45)]),
    checks.growth(
        "20,000 levels, and a full tree with many holders",
        "rounds",
        [
            (way_down(20_000), [10_000, *range(999)], [3, 5, 5, *range(500_000, 509_997)]),
            (FULL, list(range(0, 16_000, 16)), list(range(1, 16_001, 2))),
        ],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Numbers from 0 to a million",
        "rounds",
        [
            (checks.binary_tree([10**6, 70_000, 0, 40_000]), [10**6], [70_000]),
            (checks.binary_tree([10**6, 70_000, 0, 40_000]), [40_000, 999_999], [10**6]),
            (checks.binary_tree([999_999, 10**6, 34_464, 65_536]), [10**6], []),
            (checks.binary_tree([0, 1, None, 2]), [0], [65_537]),
        ],
        same=checks.exactly(),
    ),
]
