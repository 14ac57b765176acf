# caught by: Every tree of up to five nodes of two names
# Compares the values of two children without asking whether both are leaves.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def simplify(root):
    if root is None:
        return None
    left, right = simplify(root.left), simplify(root.right)
    if not left or not right:
        return left or right or root
    if left.value == right.value:
        return left
    root.left, root.right = left, right
    return root
