from collections import deque
from itertools import product

from sharpen import checks


def planted(tree, values):
    """A tree of the universe as a given, with the value at each place in preorder."""
    order, waiting = [], deque([tree])
    while waiting:
        node = waiting.popleft()
        order.append(None if node is None else values[node[0]])
        waiting += node[1:] if node else ()
    return checks.binary_tree(order)


def nested(root):
    """A given tree as nested lists: value, left, right."""
    (values,) = root.value
    nodes = [None if value is None else [value, None, None] for value in values]
    below = iter(nodes[1:])
    for parent in [one for one in nodes if one]:
        parent[1:] = next(below, None), next(below, None)
    return nodes[0] if nodes else None


def orders(node):
    """Every order in which the operations of a tree may be done, the operands of each one after the other."""
    if node is None:
        yield ()
        return
    for one, other in product(orders(node[1]), orders(node[2])):
        yield (*one, *other, node)
        if one and other:
            yield (*other, *one, node)


def simulated(root):
    """The least peak over all orders, each gone through with the results that are held."""
    return min(map(peak, orders(nested(root))))


def peak(order):
    held = most = 0
    for value, left, right in order:
        most = max(most, held + value)
        held += value - sum(child[0] for child in (left, right) if child)
    return most


def operations(rng, size):
    """A random tree; small results from large ones and the other way around."""
    nodes, largest, missing = size
    order, open_ends, left = [int(rng.integers(largest + 1))], 2, nodes - 1
    while open_ends and left:
        if rng.random() < (missing if open_ends > 2 else 0.1):
            order.append(None)
            open_ends -= 1
            continue
        order.append(int(rng.integers(largest + 1) if rng.random() < 0.6 else rng.integers(1 + largest // 20)))
        open_ends, left = open_ends + 1, left - 1
    return (checks.binary_tree(order),)


def within_bounds(got, root):
    """At least what any one operation needs, at most what holding every result would."""
    waiting, most, total = [nested(root)], 0, 0
    while waiting:
        node = waiting.pop()
        if node:
            total += node[0]
            needs = node[0] + sum(child[0] for child in node[1:] if child)
            most = max(most, needs)
            waiting += node[1:]
    if got < most:
        return f"one operation alone needs {most} MB with its operands, and the answer is {got}"
    return f"all results together are {total} MB, and the answer is {got}" if got > total else None


def comb(levels, side):
    """Operations one below the other on one side, each with an operand of its own on the other."""
    order = [3]
    for level in range(levels - 1):
        own, chained = 1 + level * 37 % 11, level % 7
        order += [own, chained] if side else [chained, own]
        if level < levels - 2:
            order += [None, None] if side else []
    return checks.binary_tree(order)


def full(levels):
    return checks.binary_tree([place * 7919 % 1_000_001 for place in range(2**levels - 1)])


def nodes_of(tree):
    return 0 if tree is None else 1 + nodes_of(tree[1]) + nodes_of(tree[2])


SMALL = [(planted(tree, sizes),) for tree in checks.trees(4) for sizes in product((0, 1, 2, 5), repeat=nodes_of(tree))]
FIVE = [(planted(tree, (1, *sizes)),) for tree in checks.trees(5, 5) for sizes in product((1, 3, 7), repeat=4)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("least_memory", checks.binary_tree([1, 5, 2, None, None, 9])),
        11,
        same=checks.exactly(),
    ),
    checks.exhaustive("Every tree of up to five operations", "least_memory", SMALL + FIVE, expected=simulated),
    checks.oracle(
        "Random trees, all orders simulated",
        "least_memory",
        operations,
        [(2, 9, 0.4), (6, 9, 0.4), (9, 20, 0.4), (12, 1000, 0.45), (15, 10**6, 0.45), (16, 50, 0.4)],
        expected=simulated,
        drawn=checks.reference,
        same=checks.exactly(),
    ),
    checks.property(
        "At least what one operation needs, at most all results together",
        "least_memory",
        operations,
        [(1, 9, 0.4), (30, 100, 0.4), (300, 10**6, 0.45), (1000, 9, 0.42)],
        holds=within_bounds,
    ),
    checks.oracle(
        "400 levels on either side, and a full tree of 16,000 operations",
        "least_memory",
        [(comb(400, True),), (comb(400, False),), (full(14),)],
        same=checks.exactly(),
    ),
]
