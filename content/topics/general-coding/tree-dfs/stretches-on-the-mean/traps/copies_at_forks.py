# caught by: 10,000 levels that fork
# Copies the counts only where both children are there, so that ways down cost nothing: quadratic in a spine with leaves.

from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    found, stack = 0, [(root, 0, {0: 1})]
    while stack:
        node, total, counts = stack.pop()
        if node is None:
            continue
        total += node.value - mean
        found += counts.get(total, 0)
        counts[total] = counts.get(total, 0) + 1
        if node.left and node.right:
            stack.append((node.right, total, dict(counts)))
            stack.append((node.left, total, counts))
        else:
            stack.append((node.left or node.right, total, counts))
    return found
