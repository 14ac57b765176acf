# caught by: Every tree of up to six nodes
# Subtracts `most` from the length of every row, also where it is shorter.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def levels(root, most):
    if most < 1:
        raise ValueError(most)
    row, found = [root] if root else [], []
    while row:
        found.append(([node.value for node in row[:most]], abs(len(row) - most) if len(row) != 1 else 0))
        row = [child for node in row for child in (node.left, node.right) if child]
    return found
