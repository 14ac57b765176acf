# No recursion: nodes in reverse preorder, each after its children.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def simplify(root):
    order, waiting, done = [], [root], {None: None}
    while waiting:
        node = waiting.pop()
        if node is not None:
            order.append(node)
            waiting += (node.left, node.right)
    for node in reversed(order):
        node.left, node.right = done[node.left], done[node.right]
        left, right = node.left, node.right
        if left is None or right is None:
            done[node] = left or right or node
        elif left.left is None and right.left is None and left.value == right.value:
            done[node] = right
        else:
            done[node] = node
    return done[root]
