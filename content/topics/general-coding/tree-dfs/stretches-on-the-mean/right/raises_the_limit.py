# Recursion with a raised limit, which Python 3.11 can bear for plain functions.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    import sys

    sys.setrecursionlimit(60_000)
    totals = {0: 1}

    def below(node, total):
        total += node.value - mean
        found = totals.get(total, 0)
        totals[total] = found + 1
        if node.left:
            found += below(node.left, total)
        if node.right:
            found += below(node.right, total)
        totals[total] -= 1
        return found

    return below(root, 0) if root else 0
