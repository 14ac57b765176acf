from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    """A node of a binary tree."""

    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def least_memory(root: TreeNode | None) -> int:
    """The least memory in which a tree of operations can be computed.

    Parameters
    ----------
    root : TreeNode or None
        The last operation; the value of a node is the size of its result. None of an empty tree.

    Returns
    -------
    int
        The most that is held at once, with the best order of the operands everywhere.

    Notes
    -----
    Of a subtree only its peak and the size of its result matter to its parent, which tries both orders: O(n) time,
    and a frame for each level.
    """
    if root is None:
        return 0
    left, right = _size(root.left), _size(root.right)
    left_peak, right_peak = least_memory(root.left), least_memory(root.right)
    left_first = max(left_peak, left + right_peak)
    right_first = max(right_peak, right + left_peak)
    return max(min(left_first, right_first), left + right + root.value)


def _size(node: TreeNode | None) -> int:
    return 0 if node is None else node.value
