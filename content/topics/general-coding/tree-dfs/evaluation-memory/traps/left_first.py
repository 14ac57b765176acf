# caught by: The example in the statement
# Always computes the left operand first.
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
    operands = max(least_memory(root.left), left + least_memory(root.right))
    return max(operands, left + right + root.value)
