# caught by: The example in the statement
# Counts the paths down from the root only.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    found, stack = 0, [(root, 0)]
    while stack:
        node, total = stack.pop()
        if node is not None:
            total += node.value - mean
            found += total == 0
            stack += [(node.left, total), (node.right, total)]
    return found
