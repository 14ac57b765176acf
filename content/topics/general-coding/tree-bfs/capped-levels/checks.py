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


def rows_of(root):
    """The values of each row of a given tree: in level order, so that each child follows its parent's siblings."""
    (values,) = root.value
    rows, row, rest = [], values[:1], iter(values[1:])
    while row:
        rows.append([value for value in row if value is not None])
        row = [next(rest, None) for _ in range(2 * len(rows[-1]))]
        row = row if any(value is not None for value in row) else []
    return [row for row in rows if row]


def cut(root, most):
    return [(row[:most], max(0, len(row) - most)) for row in rows_of(root)]


def runs(rng, size):
    """A random tree with values of any kind, some of them equal or false."""
    nodes, missing = size
    names = [0, "", "step", 1, -1, "0", 2.5, "x", 7, False, "long name"]
    order, open_ends, left = [names[rng.integers(len(names))]], 2, nodes - 1
    while open_ends and left > 0:
        if rng.random() < (missing if open_ends > 2 else 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append(names[rng.integers(len(names))])
            open_ends, left = open_ends + 1, left - 1
    most = int(rng.choice([1, 1, 2, 3, 5, max(1, nodes // 4), nodes, 100_000]))
    return checks.binary_tree(order if nodes else []), most


def adds_up(got, root, most):
    """As many nodes as the tree has, no row longer than allowed, nothing hidden where there is room."""
    total = sum(value is not None for value in root.value[0])
    for at, (shown, hidden) in enumerate(got):
        if len(shown) > most:
            return f"row {at} shows {len(shown):,} nodes; at most {most:,} may be shown"
        if hidden and len(shown) < most:
            return f"row {at} hides {hidden:,} nodes, though it shows {len(shown):,} of at most {most:,}"
        if not shown:
            return f"row {at} is empty"
    counted = sum(len(shown) + hidden for shown, hidden in got)
    return None if counted == total else f"the tree has {total:,} nodes, and {counted:,} are shown or hidden"


def way_down(rows):
    order = [0]
    for row in range(1, rows):
        order += [row, None] if row % 3 else [None, row]
    return checks.binary_tree(order)


def nodes_of(tree):
    return 0 if tree is None else 1 + nodes_of(tree[1]) + nodes_of(tree[2])


SMALL = [(planted(tree, range(9)), most) for tree in checks.trees(6) for most in (1, 2, 3)]
EQUAL = [(planted(tree, values), 2) for tree in checks.trees(4) for values in product((0, ""), repeat=nodes_of(tree))]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("levels", checks.binary_tree([1, 2, 3, None, 5, 6]), 1),
        [([1], 0), ([2], 1), ([5], 1)],
        same=checks.exactly(),
    ),
    checks.exhaustive("Every tree of up to six nodes", "levels", SMALL + EQUAL, expected=cut),
    checks.oracle(
        "Random trees with values of any kind",
        "levels",
        runs,
        [(0, 0.4), (1, 0.4), (5, 0.4), (20, 0.45), (100, 0.4), (400, 0.5), (1500, 0.35)],
        expected=cut,
        same=checks.exactly(),
    ),
    checks.property(
        "Every node is shown or hidden, and no row is too long",
        "levels",
        runs,
        [(3, 0.4), (40, 0.4), (400, 0.45), (2000, 0.4)],
        holds=adds_up,
    ),
    checks.growth(
        "A row of 8,192 nodes, and 20,000 rows",
        "levels",
        [(checks.binary_tree(range(2**14 + 3000)), 7), (way_down(20_000), 1)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.error(
        "Fewer than one node a row raises ValueError",
        [checks.call("levels", checks.binary_tree(values), most) for values in ([1], []) for most in (0, -1)],
    ),
]
