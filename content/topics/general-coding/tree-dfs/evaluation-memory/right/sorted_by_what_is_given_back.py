# Pairs of peak and size, sorted by their difference; works for any number of operands.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def summed_up(node):
    held = most = 0
    for peak, size in sorted(map(summed_up, filter(None, (node.left, node.right))), key=lambda one: one[1] - one[0]):
        most = max(most, held + peak)
        held += size
    return max(most, held + node.value), node.value


def least_memory(root):
    return summed_up(root)[0] if root else 0
