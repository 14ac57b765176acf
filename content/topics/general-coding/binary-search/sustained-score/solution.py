from collections.abc import Sequence
from itertools import accumulate


def sustained(scores: Sequence[int], length: int, percent: int) -> int:
    """The highest score that a large enough share of some long enough stretch reaches.

    Parameters
    ----------
    scores : list of int
        At least one, in their order.
    length : int
        The smallest number of evaluations in a stretch, from 1 to the number of scores.
    percent : int
        The share of them, in percent, that must reach the score, from 1 to 100.

    Returns
    -------
    int

    Notes
    -----
    A score that reaches q weighs 100 - percent, another -percent: a stretch is good if its sum is not negative, that is
    if a running total is no less than one at least `length` before it. What holds for q holds for all below, so the
    scores are searched by halving: O(n log n).
    """

    def lasts(wanted: int) -> bool:
        weights = (100 - percent if score >= wanted else -percent for score in scores)
        totals = list(accumulate(weights, initial=0))
        earlier = accumulate(totals, min)
        return any(total >= lowest for total, lowest in zip(totals[length:], earlier, strict=False))

    candidates = sorted(set(scores))
    low, high = 0, len(candidates) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lasts(candidates[middle]):
            low = middle
        else:
            high = middle - 1
    return candidates[low]
