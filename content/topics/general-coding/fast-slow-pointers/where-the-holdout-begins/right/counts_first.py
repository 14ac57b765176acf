# Two walks: the first counts, the second goes to the place.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def holdout(head, k):
    length, node = 0, head
    while node is not None:
        length += 1
        node = node.next
    for _ in range(length - length // k):
        head = head.next
    return head
