# caught by: A row of 8,192 nodes, and 20,000 rows
# Walks down from the root for every row anew: quadratic in deep trees.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def levels(root, most):
    if most < 1:
        raise ValueError(most)
    found = []
    while True:
        row, stack = [], [(root, 0)]
        while stack:
            node, depth = stack.pop()
            if node is None:
                continue
            if depth == len(found):
                row.append(node.value)
            else:
                stack += [(node.right, depth + 1), (node.left, depth + 1)]
        if not row:
            return found
        found.append((row[:most], len(row[most:])))
