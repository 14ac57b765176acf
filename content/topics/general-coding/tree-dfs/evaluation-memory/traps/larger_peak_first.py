# caught by: Every tree of up to five operations
# The operand with the larger peak first, whatever it leaves behind.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def least_memory(root):
    if root is None:
        return 0
    operands = sorted([(least_memory(child), child.value) for child in (root.left, root.right) if child], reverse=True)
    held = most = 0
    for peak, size in operands:
        most = max(most, held + peak)
        held += size
    return max(most, held + root.value)
