# A deque, from which as many nodes are taken as the row has; pairs are lists.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def levels(root, most):
    from collections import deque

    if most < 1:
        raise ValueError(f"most is {most}")
    queue, found = deque([root] if root else ()), []
    while queue:
        size, shown = len(queue), []
        for place in range(size):
            node = queue.popleft()
            if place < most:
                shown.append(node.value)
            if node.left is not None:
                queue.append(node.left)
            if node.right is not None:
                queue.append(node.right)
        found.append([shown, size - len(shown)])
    return found
