# caught by: Every tree of up to five nodes of two names
# Looks at a node before its subtrees are simplified: equal leaves two levels down are not seen.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def is_leaf(node):
    return not node.left and not node.right


def simplify(root):
    if root is None or is_leaf(root):
        return root
    if not root.left or not root.right:
        return simplify(root.left or root.right)
    if is_leaf(root.left) and is_leaf(root.right) and root.left.value == root.right.value:
        return root.left
    root.left, root.right = simplify(root.left), simplify(root.right)
    return root
