# caught by: Every tree of up to four nodes
# Notes the total before it looks for it: every node finds an empty stretch.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    totals, found, stack = {0: 1}, 0, [(root, 0)] if root else []
    while stack:
        node, total = stack.pop()
        if node is None:
            totals[total] -= 1
            continue
        total += node.value - mean
        totals[total] = totals.get(total, 0) + 1
        found += totals[total] - (node.value != mean)
        stack.append((None, total))
        stack += [(child, total) for child in (node.left, node.right) if child]
    return found
