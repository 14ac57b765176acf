"""Depth first: each node's row is the length of its way from the root, its place in it that in preorder."""

from dataclasses import dataclass
from typing import Any

from sharpen import checks


@dataclass(eq=False)
class TreeNode:
    value: Any
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def levels(root, most):
    if most < 1:
        raise ValueError
    ways = {}

    def walk(node, way):
        if node is not None:
            ways[way] = node.value
            walk(node.left, (*way, 0))
            walk(node.right, (*way, 1))

    walk(root, ())
    found = []
    for depth in range(1 + max(map(len, ways), default=-1)):
        row = [ways[way] for way in sorted(ways) if len(way) == depth]
        found.append((row[:most], len(row[most:])))
    return found


same = {"levels": checks.exactly()}


def inputs(rng, draw):
    size = int(rng.integers(0, 40))
    order, open_ends = [], 1
    while open_ends and size:
        if rng.random() < 0.35 and (order or rng.random() < 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append(int(rng.integers(5)))
            open_ends, size = open_ends + 1, size - 1
    return (checks.binary_tree(order), int(rng.choice([0, 1, 2, 3, 5, 100_000])))
