from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    """A node of a binary tree."""

    value: str
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def simplify(root: TreeNode | None) -> TreeNode | None:
    """Take out of a decision tree the questions with a single child, or with one label below them.

    Parameters
    ----------
    root : TreeNode or None
        Its root; None of an empty tree.

    Returns
    -------
    TreeNode or None
        The root of what is left.

    Notes
    -----
    Postorder: once both subtrees are simplified, one whose leaves all agree is a leaf, so a look at the two children
    is enough. O(n) time, and a frame for each level.
    """
    if root is None:
        return None
    left, right = simplify(root.left), simplify(root.right)
    if left is None or right is None:
        return left or right or root
    if left.left is None and right.left is None and left.value == right.value:  # a question has both children by now
        return left
    root.left, root.right = left, right
    return root
