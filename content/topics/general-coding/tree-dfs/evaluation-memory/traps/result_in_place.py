# caught by: The example in the statement
# Frees the operands before the result gets its room.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def least_memory(root):
    if root is None:
        return 0
    left = root.left.value if root.left else 0
    right = root.right.value if root.right else 0
    p, q = least_memory(root.left), least_memory(root.right)
    return max(min(max(p, left + q), max(q, right + p)), left + right, root.value)
