# caught by: The example in the statement
# The slow pointer makes k - 1 steps for every k of the fast one, and stops with it: rounds up where n is no multiple of k.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def holdout(head, k):
    slow = fast = head
    while fast is not None:
        for _ in range(k):
            fast = fast.next if fast is not None else None
        for _ in range(k - 1 if fast is not None else 0):
            slow = slow.next
    return slow
