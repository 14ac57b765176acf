# caught by: 20,000 levels
# Recursion: a frame for each level, far more than Python allows.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    totals = {0: 1}

    def below(node, total):
        if node is None:
            return 0
        total += node.value - mean
        found = totals.get(total, 0)
        totals[total] = found + 1
        found += below(node.left, total) + below(node.right, total)
        totals[total] -= 1
        return found

    return below(root, 0)
