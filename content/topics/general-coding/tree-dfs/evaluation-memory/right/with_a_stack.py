# No recursion: the children of a node are pushed before it is met a second time.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def least_memory(root):
    peaks, stack = {None: 0}, [(root, False)]
    while stack:
        node, ready = stack.pop()
        if node is None:
            continue
        if not ready:
            stack += [(node, True), (node.left, False), (node.right, False)]
            continue
        p, q = peaks[node.left], peaks[node.right]
        a, b = (child.value if child else 0 for child in (node.left, node.right))
        peaks[node] = max(a + b + node.value, min(max(p, a + q), max(q, b + p)))
    return peaks[root]
