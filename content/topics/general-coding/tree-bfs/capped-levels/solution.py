from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class TreeNode:
    """A node of a binary tree."""

    value: Any
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def levels(root: TreeNode | None, most: int) -> list[tuple[list[Any], int]]:
    """The first nodes of each row of a tree, and how many others it has.

    Parameters
    ----------
    root : TreeNode or None
        None of an empty tree.
    most : int
        How many nodes of a row are shown at most, at least 1.

    Returns
    -------
    list of tuple
        For each row from the root's down the values that are shown, a list, and the number of the others.

    Raises
    ------
    ValueError
        If most is less than 1.

    Notes
    -----
    Each row is made from the whole row above it: O(n) time, and memory for two rows.
    """
    if most < 1:
        raise ValueError("most must be at least 1")
    row, found = [root] if root else [], []
    while row:
        shown = [node.value for node in row[:most]]
        found.append((shown, len(row) - len(shown)))
        row = [child for node in row for child in (node.left, node.right) if child]
    return found
