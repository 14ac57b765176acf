# caught by: A row of 8,192 nodes, and 20,000 rows
# Depth first with the row as an argument: a frame for each row, more than Python allows.
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

    def walk(node, depth):
        if node is None:
            return
        if depth == len(found):
            found.append(([], 0))
        shown, hidden = found[depth]
        if len(shown) < most:
            shown.append(node.value)
        else:
            found[depth] = shown, hidden + 1
        walk(node.left, depth + 1)
        walk(node.right, depth + 1)

    walk(root, 0)
    return found
