from collections.abc import Sequence


def largest_pair(encoders: Sequence[int], decoders: Sequence[int], budget: int) -> tuple[int, int] | None:
    """The largest sum of an encoder and a decoder within a budget, and how many pairs have it.

    Parameters
    ----------
    encoders, decoders : list of int
        Sizes, each list in ascending order.
    budget : int
        The largest sum that is allowed.

    Returns
    -------
    tuple of int, or None
        The sum and the number of pairs with this sum; None if no pair fits.

    Notes
    -----
    As the encoder grows, the largest decoder that fits can only get smaller, and each run of equal decoders is counted
    once: O(n + m) time, O(1) memory.
    """
    best = count = 0
    high = len(decoders) - 1
    run = _run_ending(decoders, high)
    for encoder in encoders:
        while high >= 0 and encoder + decoders[high] > budget:
            high -= run
            run = _run_ending(decoders, high)
        if high < 0:
            break
        total = encoder + decoders[high]
        if total > best:
            best, count = total, 0
        if total == best:
            count += run
    return (best, count) if count else None


def _run_ending(sizes: Sequence[int], last: int) -> int:
    """How many entries up to this place are equal to the one there."""
    first = last
    while first >= 0 and sizes[first] == sizes[last]:
        first -= 1
    return last - first
