# caught by: The given nodes, relinked
# Moves the values and leaves the nodes where they are: whoever holds a node now holds another shard.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def reverse_blocks(head, k):
    if k < 1:
        raise ValueError("k")
    nodes, node = [], head
    while node:
        nodes.append(node)
        node = node.next
    for start in range(0, len(nodes) - k + 1, k):
        values = [node.value for node in nodes[start : start + k]]
        for node, value in zip(nodes[start : start + k], reversed(values)):
            node.value = value
    return head
