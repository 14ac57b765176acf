# caught by: 20,000 levels, and a full tree with many holders
# Searches the whole tree from each holder and keeps the earliest round: as many searches as holders.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    near, workers = {}, [root] if root else []
    for node in workers:
        near.setdefault(node.value, [])
        for child in (node.left, node.right):
            if child:
                near[node.value].append(child.value)
                near.setdefault(child.value, []).append(node.value)
                workers.append(child)
    best, failing = {}, set(down)
    for holder in set(holders):
        if holder in near and holder not in failing:
            way, queue = {holder: 0}, [holder]
            for one in queue:
                for other in near[one]:
                    if other not in way and other not in failing:
                        way[other] = way[one] + 1
                        queue.append(other)
            for one, number in way.items():
                best[one] = min(number, best.get(one, number))
    found = [[] for _ in range(1 + max(best.values(), default=-1))]
    for one in sorted(best):
        found[best[one]].append(one)
    return found
