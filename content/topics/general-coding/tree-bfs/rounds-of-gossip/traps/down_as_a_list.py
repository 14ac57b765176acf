# caught by: 20,000 levels, and a full tree with many holders
# Looks for each neighbor in the list of those down: quadratic, and not seen with few of them.

from dataclasses import dataclass


@dataclass(eq=False)
class TreeNode:
    value: int
    left: "TreeNode | None" = None
    right: "TreeNode | None" = None


def rounds(root, holders, down):
    near, stack = {}, [(root, None)]
    while stack:
        node, parent = stack.pop()
        if node is None:
            continue
        near[node.value] = []
        if parent is not None:
            near[node.value].append(parent)
            near[parent].append(node.value)
        stack += [(node.left, node.value), (node.right, node.value)]
    blocked = down
    now = {number for number in holders if number in near and number not in blocked}
    has, answer = set(now), []
    while now:
        answer.append(sorted(now))
        now = {other for number in now for other in near[number] if other not in blocked and other not in has}
        has |= now
    return answer
