"""All stretches as lists of nodes, grown from each node downwards; means as fractions."""

from dataclasses import dataclass
from fractions import Fraction

from sharpen import checks


@dataclass(eq=False)
class TreeNode:
    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def stretches(root, mean):
    nodes = [root] if root else []
    for node in nodes:
        nodes += [child for child in (node.left, node.right) if child]
    count, growing = 0, [[node] for node in nodes]
    while growing:
        one = growing.pop()
        count += Fraction(sum(node.value for node in one), len(one)) == mean
        growing += [[*one, child] for child in (one[-1].left, one[-1].right) if child]
    return count


same = {"stretches": checks.exactly()}


def inputs(rng, draw):
    spread, size = int(rng.choice([1, 2, 5, 10**6])), int(rng.integers(0, 30))
    middle = 0 if spread > 5 else int(rng.choice([0, 3, -999_990]))
    order, open_ends = [], 1
    while open_ends and size:
        if rng.random() < 0.4 and (order or rng.random() < 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append(middle + int(rng.integers(-spread, spread + 1)))
            open_ends, size = open_ends + 1, size - 1
    return (checks.binary_tree(order), middle + int(rng.integers(-1, 2)))
