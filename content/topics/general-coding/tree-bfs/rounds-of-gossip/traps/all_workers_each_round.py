# caught by: 20,000 levels, and a full tree with many holders
# Looks at every worker in every round: as many rounds as levels make it quadratic.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    parent, workers = {}, [root] if root else []
    for node in workers:
        for child in (node.left, node.right):
            if child:
                parent[child.value] = node.value
                workers.append(child)
    failing = set(down)
    up = [node.value for node in workers if node.value not in failing]
    have = set(up) & set(holders)
    found = [sorted(have)] if have else []
    while True:
        new = {one for one in up if one not in have and parent.get(one) in have}
        new |= {parent[one] for one in have & parent.keys()} - have - failing
        if not new:
            return found
        have |= new
        found.append(sorted(new))
