import heapq
from collections.abc import Sequence


def clip_thresholds(norms: Sequence[int], d: int) -> list[int]:
    """After each norm, the smallest norm so far than which at most one in d is larger.

    Parameters
    ----------
    norms : list of int
        The norms in the order of the steps.
    d : int
        At most m // d of the first m norms may be larger than their threshold; at least 2.

    Returns
    -------
    list of int
        The threshold after each step.

    Notes
    -----
    A min-heap holds the m // d largest norms and a max-heap, of negated numbers, the others; the threshold is the
    largest of the others. A new norm passes through the first heap into the second: O(log m) for each, O(n log n).
    """
    above, rest, thresholds = [], [], []
    for count, norm in enumerate(norms, 1):
        heapq.heappush(rest, -heapq.heappushpop(above, norm))
        if len(above) < count // d:
            heapq.heappush(above, -heapq.heappop(rest))
        thresholds.append(-rest[0])
    return thresholds
