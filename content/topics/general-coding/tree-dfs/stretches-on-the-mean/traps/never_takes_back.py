# caught by: Every tree of up to four nodes
# Totals of branches that are done stay in the table.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    totals, found, stack = {0: 1}, 0, [(root, 0)]
    while stack:
        node, total = stack.pop()
        if node is not None:
            total += node.value - mean
            found += totals.get(total, 0)
            totals[total] = totals.get(total, 0) + 1
            stack += [(node.left, total), (node.right, total)]
    return found
