# caught by: The list stays as it is
# Splits the list in two, as one would to train on the first part.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def holdout(head, k):
    nodes = []
    while head is not None:
        nodes.append(head)
        head = head.next
    count = len(nodes) // k
    if count and count < len(nodes):
        nodes[-count - 1].next = None
    return nodes[-count] if count else None
