# caught by: Every length up to twelve
# The right values in new nodes: whoever holds a node of the list is left out.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def fold(head):
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    low, high, order = 0, len(values) - 1, []
    while low <= high:
        order.append(values[low])
        if low < high:
            order.append(values[high])
        low, high = low + 1, high - 1
    done = None
    for value in reversed(order):
        done = ListNode(value, done)
    return done
