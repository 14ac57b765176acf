# caught by: Equal subtrees with different labels stay, and questions that were asked before
# Takes a question out if both its subtrees are equal, even if the labels in them differ.
from dataclasses import dataclass


@dataclass
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
    if left == right:
        return left
    root.left, root.right = left, right
    return root
