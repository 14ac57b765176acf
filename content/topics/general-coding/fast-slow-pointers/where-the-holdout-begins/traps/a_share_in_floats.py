# caught by: The given node, with the rest behind it
# Multiplies by 1 / k: 49 * (1 / 49) is a little less than 1, and rounded down it is 0.
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
    count = int(len(nodes) * (1 / k))
    return nodes[-count] if count else None
