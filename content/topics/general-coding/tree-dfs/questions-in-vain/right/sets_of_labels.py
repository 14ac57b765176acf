# Makes new nodes, from the set of labels below each node.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def labels(node):
    if node is None:
        return frozenset()
    return labels(node.left) | labels(node.right) or frozenset([node.value])


def simplify(root):
    known = {}

    def below(node):
        if node is None:
            return frozenset()
        left, right = below(node.left), below(node.right)
        known[node] = left | right or frozenset([node.value])
        return known[node]

    def rebuilt(node):
        if node is None:
            return None
        if len(known[node]) == 1:
            return TreeNode(next(iter(known[node])))
        if node.left and node.right:
            return TreeNode(node.value, rebuilt(node.left), rebuilt(node.right))
        return rebuilt(node.left or node.right)

    below(root)
    return rebuilt(root)
