# caught by: The example in the statement
# A question with one child stays, unless its child is a leaf.
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
    root.left, root.right = simplify(root.left), simplify(root.right)
    children = [child for child in (root.left, root.right) if child]
    if all(map(is_leaf, children)) and len({child.value for child in children}) == 1 and len(children) == 2:
        return children[0]
    return root
