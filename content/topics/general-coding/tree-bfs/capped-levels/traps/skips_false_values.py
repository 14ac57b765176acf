# caught by: Every tree of up to six nodes
# Asks whether a value is true where it should ask whether there is a node.
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
        values = [node.value for node in row if node.value]
        found.append((values[:most], max(0, len(values) - most)))
        row = [child for node in row for child in (node.left, node.right) if child]
    return found
