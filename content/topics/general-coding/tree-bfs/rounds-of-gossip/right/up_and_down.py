# No search: the distance to the nearest holder by one pass from the leaves up and one from the root down.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    order = [root] if root else []
    for node in order:
        order += [child for child in (node.left, node.right) if child]
    failing, wanted, far = set(down), set(holders), float("inf")
    way = {node: 0 if node.value in wanted and node.value not in failing else far for node in order}
    way[None] = far
    for node in reversed(order):
        if node.value not in failing:
            way[node] = min(way[node], 1 + way[node.left], 1 + way[node.right])
    for node in order:
        for child in (node.left, node.right):
            if child and child.value not in failing:
                way[child] = min(way[child], 1 + way[node])
    del way[None]
    found = [[] for _ in range(1 + max((number for number in way.values() if number < far), default=-1))]
    for node, number in way.items():
        if number < far:
            found[number].append(node.value)
    return [sorted(one) for one in found]
