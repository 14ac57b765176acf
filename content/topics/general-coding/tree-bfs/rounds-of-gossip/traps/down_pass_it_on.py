# caught by: The example in the statement
# Leaves workers that are down out of the answer only: the checkpoint goes through them.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    near, workers = {}, [root] if root else []
    for node in workers:
        near.setdefault(node.value, [])
        for child in (node.left, node.right):
            if child:
                near[node.value].append(child.value)
                near.setdefault(child.value, []).append(node.value)
                workers.append(child)
    failing = set(down)
    getting = {one for one in holders if one in near and one not in failing}
    reached, found = set(), []
    while getting:
        found.append(sorted(getting - failing))
        reached |= getting
        getting = {other for one in getting for other in near[one]} - reached
    while found and not found[-1]:
        found.pop()
    return found
