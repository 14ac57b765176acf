from collections import Counter
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    """A node of a binary tree."""

    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root: TreeNode | None, mean: int) -> int:
    """How many downward stretches of a tree have a given mean.

    Parameters
    ----------
    root : TreeNode or None
        None of an empty tree.
    mean : int
        The arithmetic mean that a stretch must have.

    Returns
    -------
    int

    Notes
    -----
    With the mean subtracted from each value, a stretch sums to zero where the running total at its end is one from
    above its first node. `above` counts the totals on the path from the root; what a node adds leaves again after its
    subtree. So it takes O(n) time.
    """
    above = Counter({0: 1})
    found = 0
    stack: list[tuple[TreeNode | None, int]] = [(root, 0)] if root else []
    while stack:
        node, total = stack.pop()
        if node is None:  # everything below the node with this total is done
            above[total] -= 1
            continue
        total += node.value - mean
        found += above[total]
        above[total] += 1
        stack.append((None, total))
        stack += [(child, total) for child in (node.left, node.right) if child]
    return found
