# A deque of worker and round; nodes and not numbers are linked, by a dict of parents.
from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: object
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    from collections import deque

    parents, stack = {}, [root] if root else []
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child is not None:
                parents[child] = node
                stack.append(child)
    everyone = [*parents, root] if root else []
    failing, wanted = frozenset(down), frozenset(holders)
    queue = deque((node, 0) for node in everyone if node.value in wanted and node.value not in failing)
    seen = {node for node, _ in queue}
    found = []
    while queue:
        node, number = queue.popleft()
        if number == len(found):
            found.append([])
        found[number].append(node.value)
        for other in (node.left, node.right, parents.get(node)):
            if other is not None and other not in seen and other.value not in failing:
                seen.add(other)
                queue.append((other, number + 1))
    for one in found:
        one.sort()
    return found
