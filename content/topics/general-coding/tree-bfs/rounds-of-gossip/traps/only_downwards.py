# caught by: The example in the statement
# Passes the checkpoint to children only.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    getting, stack = [], [root]
    while stack:
        node = stack.pop()
        if node:
            if node.value in set(holders) and node.value not in set(down):
                getting.append(node)
            stack += [node.left, node.right]
    found, reached = [], set(down)
    while getting:
        found.append(sorted(node.value for node in getting))
        reached |= {node.value for node in getting}
        children = [child for node in getting for child in (node.left, node.right) if child]
        getting = [child for child in children if child.value not in reached]
    return found
