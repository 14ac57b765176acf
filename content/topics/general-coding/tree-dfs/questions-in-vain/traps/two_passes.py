# caught by: Every tree of up to five nodes of two names
# Equal leaves first, single children afterwards: what the second pass brings together is not compared again.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def is_leaf(node):
    return not node.left and not node.right


def merge(root):
    if root is None:
        return None
    root.left, root.right = merge(root.left), merge(root.right)
    if root.left and root.right and is_leaf(root.left) and is_leaf(root.right):
        if root.left.value == root.right.value:
            return root.left
    return root


def shorten(root):
    if root is None:
        return None
    root.left, root.right = shorten(root.left), shorten(root.right)
    if is_leaf(root) or root.left and root.right:
        return root
    return root.left or root.right


def simplify(root):
    return shorten(merge(root))
