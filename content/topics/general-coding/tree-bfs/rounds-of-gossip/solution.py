from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    """A node of a binary tree."""

    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root: TreeNode | None, holders: Sequence[int], down: Sequence[int]) -> list[list[int]]:
    """Who gets a checkpoint in which round, passed on between neighbors in a tree of workers.

    Parameters
    ----------
    root : TreeNode or None
        The values are the numbers of the workers; None of an empty tree.
    holders : list of int
        Who has it in round 0.
    down : list of int
        Who never gets it and passes nothing on.

    Returns
    -------
    list of list of int
        For each round the numbers of those who get it then, in ascending order.

    Notes
    -----
    One walk notes the neighbors of each, then a breadth-first search starts from all holders at once. O(n) time,
    besides sorting.
    """
    neighbors: defaultdict[int, list[int]] = defaultdict(list)
    workers = [root] if root else []
    for node in workers:  # which grows on the way
        for child in (node.left, node.right):
            if child:
                neighbors[node.value].append(child.value)
                neighbors[child.value].append(node.value)
                workers.append(child)
    reached = set(down)
    getting = {node.value for node in workers}.intersection(holders) - reached
    found = []
    while getting:
        found.append(sorted(getting))
        reached |= getting
        getting = {other for one in getting for other in neighbors[one]} - reached
    return found
