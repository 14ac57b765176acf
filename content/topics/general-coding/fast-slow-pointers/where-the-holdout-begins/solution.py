from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    """A node of a singly linked list."""

    value: Any
    next: "ListNode | None" = None


def holdout(head: ListNode | None, k: int) -> ListNode | None:
    """The node at which the last k-th part of a list begins.

    Parameters
    ----------
    head : ListNode or None
        The first node; None for an empty list.
    k : int
        Of n nodes the last n // k are held out; at least 1.

    Returns
    -------
    ListNode or None
        The first of them; None if there are none.

    Notes
    -----
    After n steps of the fast pointer the slow one has made n - n // k: it rests at every k-th. One walk, O(n) time,
    O(1) memory.
    """
    slow, steps, fast = head, 0, head
    while fast is not None:
        fast, steps = fast.next, steps + 1
        if steps % k:
            slow = slow.next
    return slow
