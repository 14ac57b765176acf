# All nodes in a list, and its place by arithmetic.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def holdout(head, k):
    nodes = []
    while head:
        nodes.append(head)
        head = head.next
    held = len(nodes) // k
    return nodes[-held] if held else None
