"""Rewrites the tree by single steps until none applies: a lone child moves up, two equal leaves become one."""

from dataclasses import dataclass

from sharpen import checks


@dataclass(eq=False)
class TreeNode:
    value: str
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def simplify(root):
    while True:
        holder = TreeNode("", root)
        changed = False
        waiting = [(holder, "left")]
        while waiting:
            parent, side = waiting.pop()
            node = getattr(parent, side)
            if node is None:
                continue
            children = [child for child in (node.left, node.right) if child]
            if len(children) == 1:
                setattr(parent, side, children[0])
                changed = True
            elif len({child.value for child in children}) == 1 and not any(
                child.left or child.right for child in children
            ):
                setattr(parent, side, TreeNode(children[0].value))
                changed = True
            waiting += [(node, "left"), (node, "right")]
        root = holder.left
        if not changed:
            return root


same = {"simplify": checks.exactly()}


def inputs(rng, draw):
    names, size = int(rng.integers(1, 4)), int(rng.integers(0, 40))
    order, open_ends = [], 1
    while open_ends and size:
        if rng.random() < 0.35 and (order or rng.random() < 0.1):
            order.append(None)
            open_ends -= 1
        else:
            order.append("abc"[rng.integers(names)])
            open_ends, size = open_ends + 1, size - 1
    return (checks.binary_tree(order),)
