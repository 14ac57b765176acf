# caught by: The example in the statement
# The operand with the larger result first, as if results were what takes the memory.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def least_memory(root):
    if root is None:
        return 0
    children = sorted((child for child in (root.left, root.right) if child), key=lambda child: -child.value)
    held = most = 0
    for child in children:
        most = max(most, held + least_memory(child))
        held += child.value
    return max(most, held + root.value)
