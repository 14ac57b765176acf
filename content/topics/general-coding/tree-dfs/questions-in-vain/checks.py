from collections import deque
from itertools import product, zip_longest

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
    """A given tree as nested tuples: value, left, right."""
    (values,) = root.value
    nodes = [None if value is None else [value, None, None] for value in values]
    below = iter(nodes[1:])
    for parent in [one for one in nodes if one]:
        parent[1:] = next(below, None), next(below, None)
    return nodes[0] if nodes else None


def labels(node):
    if node is None:
        return set()
    return labels(node[1]) | labels(node[2]) or {node[0]}


def without_vain_ones(node):
    """From the top: the labels below each node are collected anew."""
    if node is None:
        return None
    value, left, right = node
    if len(labels(node)) == 1:
        return [*labels(node), None, None]
    if not left or not right:
        return without_vain_ones(left or right)
    return [value, without_vain_ones(left), without_vain_ones(right)]


def right_tree(root):
    """What is left, as it is read from an answer."""
    order, waiting = [], deque([without_vain_ones(nested(root))])
    while waiting:
        node = waiting.popleft()
        order.append(None if node is None else node[0])
        waiting += node[1:] if node else ()
    while order and order[-1] is None:
        order.pop()
    return checks.Nodes("binary_tree", tuple(order)) if order else None


def same_tree(expected, got):
    """Equal, else the first place in level order at which the trees differ."""
    difference = checks.exactly()(expected, got)
    if not difference or not all(isinstance(one, checks.Nodes) for one in (expected, got)) or got.fault:
        return difference
    both = zip_longest(expected.values, got.values)
    place, (wanted, there) = next((at, pair) for at, pair in enumerate(both) if pair[0] != pair[1])
    told = [repr(value) if value is not None else "no node" for value in (wanted, there)]
    why = f"at place {place} of the tree in level order, expected {told[0]}, got {told[1]}"
    return checks.Difference("", *told, why)


NAMES = ["no", "No", "", " no"]


def grown(rng, size):
    """A random tree in which leaves near each other often agree."""
    nodes, names, single = size
    order, left = [NAMES[rng.integers(names)]], nodes - 1
    open_ends, label = 2, "no"
    while open_ends and left:
        if rng.random() < (single if open_ends > 2 else 0.1):
            order.append(None)
            open_ends -= 1
            continue
        label = label if rng.random() < 0.7 else NAMES[rng.integers(names)]
        order.append(label)
        open_ends, left = open_ends + 1, left - 1
    return (checks.binary_tree(order),)


def asks_nothing_in_vain(got, root):
    """Every question has two children, and different labels below it."""
    if not isinstance(got, checks.Nodes) or got.fault:
        return got.fault if isinstance(got, checks.Nodes) else "expected the root of a tree"
    tree = nested(checks.binary_tree(got.values))
    waiting = [tree]
    while waiting:
        value, left, right = node = waiting.pop()
        if left and right:
            if len(labels(node)) == 1:
                return f"all leaves below {value!r} predict {labels(node).pop()!r}"
            waiting += (left, right)
        elif left or right:
            return f"{value!r} still has a single child"
    here, before = labels(tree), labels(nested(root))
    missing = sorted(before ^ here)
    return f"the label {missing[0]!r} is in one of the trees, but not in the other" if missing else None


def chain(levels, last):
    """Questions one below the other on the right, each with a leaf "no" on its left; at the end a leaf of one's own."""
    order = ["q", "no"]
    for _ in range(levels - 2):
        order += ["q", None, None, "no"]
    return checks.binary_tree([*order, last])


def one_way(levels, last):
    """Questions with one child each, on the left and on the right in turn."""
    order = ["q"]
    for level in range(levels - 2):
        order += ["q", None] if level % 2 else [None, "q"]
    return checks.binary_tree([*order, last])


def full(levels):
    """Every level is full; the labels at the bottom agree in runs of lengths one to eight."""
    bottom = [f"label {place // (1 + place % 8)}" for place in range(2 ** (levels - 1))]
    return checks.binary_tree(["q"] * (2 ** (levels - 1) - 1) + bottom)


def nodes_of(tree):
    return 0 if tree is None else 1 + nodes_of(tree[1]) + nodes_of(tree[2])


SMALL = [(planted(tree, values),) for tree in checks.trees(5) for values in product("ab", repeat=nodes_of(tree))]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("simplify", checks.binary_tree(["windy", "warm", "sunny", None, "stay", "go", "go"])),
        checks.Nodes("binary_tree", ("windy", "stay", "go")),
    ),
    checks.exhaustive("Every tree of up to five nodes of two names", "simplify", SMALL, expected=right_tree),
    checks.oracle(
        "Random trees",
        "simplify",
        grown,
        [(1, 2, 0.5), (4, 2, 0.5), (9, 2, 0.5), (20, 3, 0.4), (60, 2, 0.5), (200, 3, 0.45), (1000, 4, 0.42)],
        expected=right_tree,
        same=same_tree,
    ),
    checks.property(
        "No question is left that is asked in vain",
        "simplify",
        grown,
        [(3, 2, 0.5), (30, 2, 0.5), (300, 3, 0.45), (2000, 3, 0.42)],
        holds=asks_nothing_in_vain,
    ),
    checks.oracle(
        "400 levels, and a full tree of 16,000 nodes",
        "simplify",
        [(chain(400, "yes"),), (chain(400, "no"),), (one_way(400, "yes"),), (full(14),)],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Equal subtrees with different labels stay, and questions that were asked before",
        "simplify",
        [
            (checks.binary_tree(["q", "r", "r", "a", "b", "a", "b"]),),
            (checks.binary_tree(["q", "a", "q", None, None, "b", "a"]),),
            (checks.binary_tree(["q", "r", "r", "a", "a", None, "a"]),),
        ],
        expected=right_tree,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Labels that begin alike, and those of no letters",
        "simplify",
        [
            (
                checks.binary_tree(
                    [
                        "q",
                        "the same label up to the last letter, which is a",
                        "the same label up to the last letter, which is b",
                    ]
                ),
            ),
            (checks.binary_tree(["q", "", ""]),),
            (checks.binary_tree(["", "q", None, "", "x"]),),
            (checks.binary_tree(["", "", "0", "", None, "0", "0"]),),
        ],
        expected=right_tree,
        same=same_tree,
    ),
]
