# Preorder with a stack that knows each node's row.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def levels(root, most):
    if most < 1:
        raise ValueError(most)
    shown, counts, stack = [], [], [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if node is None:
            continue
        if depth == len(counts):
            shown.append([])
            counts.append(0)
        counts[depth] += 1
        if counts[depth] <= most:
            shown[depth].append(node.value)
        stack.append((node.right, depth + 1))
        stack.append((node.left, depth + 1))
    return [(values, count - len(values)) for values, count in zip(shown, counts)]
