from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    """A node of a singly linked list."""

    value: Any
    next: "ListNode | None" = None


def reverse_blocks(head: ListNode | None, k: int) -> ListNode | None:
    """Reverse every full block of k nodes of a linked list, in place.

    Parameters
    ----------
    head : ListNode or None
        The first node; None of an empty list.
    k : int
        How many nodes a block has.

    Returns
    -------
    ListNode or None
        The first node of the result, which has the given nodes.

    Raises
    ------
    ValueError
        If k is less than 1.

    Notes
    -----
    Each block is walked once to see that it is full and once to turn its links: O(n) time, O(1) memory.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    before = sentinel = ListNode(None, head)
    while True:
        after = before.next
        for _ in range(k):
            if after is None:
                return sentinel.next
            after = after.next
        first = node = before.next
        done = after
        while node is not after:
            node.next, done, node = done, node, node.next
        before.next, before = done, first
