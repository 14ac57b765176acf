# The path as a list with what is still to be done at each node of it; sums and lengths give keys without taking the mean off.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    if root is None:
        return 0
    counts, found = {0: 1}, 0
    path = []

    def enter(node, total):
        nonlocal found
        key = total + node.value - mean * (len(path) + 1)
        found += counts.get(key, 0)
        counts[key] = counts.get(key, 0) + 1
        path.append((key, total + node.value, iter((node.left, node.right))))

    enter(root, 0)
    while path:
        key, total, children = path[-1]
        for child in children:
            if child is not None:
                enter(child, total)
                break
        else:
            counts[key] -= 1
            path.pop()
    return found
