# All nodes in a Python list, slices of it reversed, and the links set once: more memory than an interviewer wants, the same list.
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
    while node is not None:
        nodes.append(node)
        node = node.next
    for start in range(0, len(nodes) - k + 1, k):
        nodes[start : start + k] = nodes[start : start + k][::-1]
    for one, after in zip(nodes, [*nodes[1:], None]):
        one.next = after
    return nodes[0] if nodes else None
