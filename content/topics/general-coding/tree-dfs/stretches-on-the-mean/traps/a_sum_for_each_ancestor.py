# caught by: 20,000 levels
# Hands down the sums of all stretches that end here: quadratic in deep trees.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    found, stack = 0, [(root, [])]
    while stack:
        node, sums = stack.pop()
        if node is not None:
            sums = [total + node.value - mean for total in sums] + [node.value - mean]
            found += sums.count(0)
            stack += [(node.left, sums), (node.right, sums)]
    return found
