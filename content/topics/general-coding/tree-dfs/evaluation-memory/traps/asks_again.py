# caught by: At least what one operation needs, at most all results together
# Calls itself again in each formula, which takes time exponential in the levels.
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
    return max(
        left + right + root.value,
        min(
            max(least_memory(root.left), left + least_memory(root.right)),
            max(least_memory(root.right), right + least_memory(root.left)),
        ),
    )
