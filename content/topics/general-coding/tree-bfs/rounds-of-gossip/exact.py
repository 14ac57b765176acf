"""Distances between all pairs of workers that are up, by the three loops of Floyd and Warshall."""

from dataclasses import dataclass

from sharpen import checks

FAR = 10**9


@dataclass(eq=False)
class TreeNode:
    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    distance = {}

    def walk(node):
        if node is None or node.value in down:
            for child in (node.left, node.right) if node else ():
                walk(child)
            return
        distance[node.value, node.value] = 0
        for child in (node.left, node.right):
            walk(child)
            if child and child.value not in down:
                distance[node.value, child.value] = distance[child.value, node.value] = 1

    walk(root)
    up = sorted({one for one, _ in distance})
    for middle in up:
        for one in up:
            for other in up:
                way = distance.get((one, middle), FAR) + distance.get((middle, other), FAR)
                if way < distance.get((one, other), FAR):
                    distance[one, other] = way
    nearest = {one: min((distance.get((one, holder), FAR) for holder in holders), default=FAR) for one in up}
    last = max((way for way in nearest.values() if way < FAR), default=-1)
    return [[one for one in up if nearest[one] == number] for number in range(last + 1)]


same = {"rounds": checks.exactly()}


def inputs(rng, draw):
    size = int(rng.integers(0, 14))
    numbers = rng.permutation(20)[:size].tolist()
    order, open_ends = [], 1
    while open_ends and numbers:
        if rng.random() < 0.3 and order:
            order.append(None)
            open_ends -= 1
        else:
            order.append(numbers.pop())
            open_ends += 1
    holders = rng.integers(0, 22, rng.integers(0, 5)).tolist()
    down = rng.integers(0, 22, rng.integers(0, 5)).tolist()
    return (checks.binary_tree(order), holders, down)
