# caught by: Every length up to twelve and every k up to seven
# Collects the values and builds a new list of the last ones.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def holdout(head, k):
    values, node = [], head
    while node is not None:
        values.append(node.value)
        node = node.next
    new = None
    for value in values[::-1][: len(values) // k]:
        new = ListNode(value, new)
    return new
