# caught by: The example in the statement
# Cuts the equal leaves off, and leaves the question's own value where the label belongs.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def simplify(root):
    if root is None:
        return None
    root.left, root.right = simplify(root.left), simplify(root.right)
    children = [child for child in (root.left, root.right) if child]
    if len(children) == 1:
        return children[0]
    if children and not any(child.left or child.right for child in children):
        if children[0].value == children[1].value:
            root.left = root.right = None
    return root
