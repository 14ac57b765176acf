# caught by: 20,000 levels, and a full tree with many holders
# Notes the neighbors by recursion: a frame for each level, more than Python allows.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    near = {}

    def walk(node, parent):
        if node is None:
            return
        near[node.value] = [] if parent is None else [parent.value]
        if parent is not None:
            near[parent.value].append(node.value)
        walk(node.left, node)
        walk(node.right, node)

    walk(root, None)
    reached, found = set(down), []
    getting = {one for one in holders if one in near} - reached
    while getting:
        found.append(sorted(getting))
        reached |= getting
        getting = {other for one in getting for other in near[one]} - reached
    return found
