# caught by: The example in the statement
# Goes on with the nodes that are shown: what hangs below hidden ones is never seen.
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
        hidden = len(row[most:])
        row = row[:most]
        found.append(([node.value for node in row], hidden))
        row = [child for node in row for child in (node.left, node.right) if child]
    return found
