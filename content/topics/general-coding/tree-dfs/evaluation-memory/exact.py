"""Operands by what they give back, the larger first, over a list of the nodes in postorder."""

from dataclasses import dataclass

from sharpen import checks


@dataclass(eq=False)
class TreeNode:
    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def least_memory(root):
    order, waiting, peaks = [], [root] if root else [], {}
    while waiting:
        order.append(waiting.pop())
        waiting += [child for child in (order[-1].left, order[-1].right) if child]
    for node in reversed(order):
        operands = [child for child in (node.left, node.right) if child]
        held, most = 0, 0
        for child in sorted(operands, key=lambda child: child.value - peaks[child]):
            most = max(most, held + peaks[child])
            held += child.value
        peaks[node] = max(most, held + node.value)
    return peaks[root] if root else 0


same = {"least_memory": checks.exactly()}


def inputs(rng, draw):
    largest, size = int(rng.choice([1, 5, 40, 10**6])), int(rng.integers(0, 60))
    order, open_ends = [], 1
    while open_ends and size:
        if rng.random() < 0.35 and (order or rng.random() < 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append(int(rng.integers(largest + 1)))
            open_ends, size = open_ends + 1, size - 1
    return (checks.binary_tree(order),)
