from collections import deque
from fractions import Fraction
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


def parents(root):
    """The values of a given tree in level order, and the place of each one's parent, -1 for the root's."""
    (values,) = root.value
    nodes = [value for value in values if value is not None]
    above, place = [-1] * len(nodes), 0
    for at, value in enumerate(values[1:]):
        if value is not None:
            place += 1
            above[place] = at // 2
    return nodes, above


def every_stretch(root, mean):
    """Up from each node, one mean after another."""
    values, above = parents(root)
    count = 0
    for place in range(len(values)):
        total = length = 0
        while place >= 0:
            total, length, place = total + values[place], length + 1, above[place]
            count += Fraction(total, length) == mean
    return count


def rewards(rng, size):
    """A random tree of few different values, so that many stretches have the mean."""
    nodes, spread, middle, missing = size
    draw = lambda: middle + int(rng.integers(-spread, spread + 1))  # noqa: E731
    order, open_ends, left = [draw()], 2, nodes - 1
    while open_ends and left:
        if rng.random() < (missing if open_ends > 2 else 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append(draw())
            open_ends, left = open_ends + 1, left - 1
    return checks.binary_tree(order), middle + int(rng.integers(-1, 2)) * (rng.random() < 0.3)


def shifted(ask, root, mean):
    """The same number more in every value and in the mean changes nothing."""
    (values,) = root.value
    more = checks.binary_tree([None if value is None else value + 12_345 for value in values])
    here, there = ask(root, mean), ask(more, mean + 12_345)
    return None if here == there else f"{here} stretches, but {there} once every value and the mean are 12,345 larger"


def way_down(levels):
    """A single way down, on the left and on the right in turn; the values repeat every seven levels."""
    order = [4]
    for level in range(1, levels):
        value = (4, 1, -2, 0, 7, -3, -7)[level % 7]
        order += [value, None] if level % 2 else [None, value]
    return checks.binary_tree(order)


def broom(levels, leaves):
    """A long way down, and at its end a full tree of equal values."""
    order = [1]
    for level in range(1, levels):
        order += [1 - 2 * (level % 2), None]
    return checks.binary_tree([*order, *[0] * leaves])


def spine(levels):
    """A way down, on the left and on the right in turn, with a leaf at each level; no sum comes twice on it."""
    order = [1, 1, -1]
    for level in range(2, levels):
        order += [None, None, 1, -1] if level % 2 else [-1, 1, None, None]
    return checks.binary_tree(order)


def nodes_of(tree):
    return 0 if tree is None else 1 + nodes_of(tree[1]) + nodes_of(tree[2])


SMALL = [
    (planted(tree, values), mean)
    for tree in checks.trees(4)
    for values in product((-1, 0, 2), repeat=nodes_of(tree))
    for mean in (0, 1)
]


def way_of(values):
    """A tree without branches that has these values from the root down."""
    return checks.binary_tree([values[0], *(entry for value in values[1:] for entry in (value, None))])


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("stretches", checks.binary_tree([5, 1, None, 3, 8]), 3),
        3,
        same=checks.exactly(),
    ),
    checks.exhaustive("Every tree of up to four nodes", "stretches", SMALL, expected=every_stretch),
    checks.oracle(
        "Random trees, up from each node",
        "stretches",
        rewards,
        [
            (1, 1, 0, 0.4),
            (5, 1, 0, 0.4),
            (12, 1, 7, 0.45),
            (40, 2, -3, 0.45),
            (100, 1, 0, 0.5),
            (150, 3, 10**6 - 5, 0.4),
            (150, 3, 5 - 10**6, 0.4),
        ],
        expected=every_stretch,
        same=checks.exactly(),
    ),
    checks.relation(
        "A number more everywhere changes nothing",
        "stretches",
        rewards,
        [(2, 1, 0, 0.4), (60, 2, 3, 0.45), (400, 3, -9, 0.5)],
        holds=shifted,
    ),
    checks.growth(
        "20,000 levels",
        "stretches",
        [(way_down(20_000), 0), (broom(8_000, 8_000), 0)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "10,000 levels that fork",
        "stretches",
        [(spine(10_000), 0)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "The smallest and the largest values, and sums that wrap around",
        "stretches",
        [
            (way_of([-(10**6)] * 3), -(10**6)),
            (way_of([10**6, 10**6 - 1, 10**6]), 10**6),
            (way_of([-1, 0, -1, -2]), -1),
            (way_of([0, 0, 0]), 0),
            (way_of([10**6] * 4294 + [967_296]), 0),
            (way_of([10**6] * 17_179 + [869_184]), 0),
            (way_of([0] * 400), 0),
        ],
        same=checks.exactly(),
    ),
]
