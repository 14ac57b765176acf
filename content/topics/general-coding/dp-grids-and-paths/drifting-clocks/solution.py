import math
from collections.abc import Sequence


def align(a: Sequence[int], b: Sequence[int], band: int, stall: int) -> int | None:
    """The least cost of pairing two series in order, with indices that differ by at most the band.

    Parameters
    ----------
    a, b : lists of int
        The samples of both, at least one each.
    band : int
        By how much the indices of a pair may differ, at least 0.
    stall : int
        What a step costs in which only one series moves on, besides the pair it leads to.

    Returns
    -------
    int, or None
        The sum of the absolute differences and the stalls; None if there is no pairing.

    Notes
    -----
    `row[k]` is the least cost up to the pair (i, i - band + k): up one row is one place to the right in this list, and
    the diagonal is the same place. O(n * band) time, O(band) space.
    """
    if abs(len(a) - len(b)) > band:
        return None
    width = 2 * band + 1
    row = [math.inf] * width
    row[band] = 0  # a place before the first pair, from where a diagonal step leads to it
    for i, sample in enumerate(a):
        before, row = row, [math.inf] * width
        for k in range(max(0, band - i), min(width, len(b) - i + band)):
            up = before[k + 1] + stall if k + 1 < width else math.inf
            left = row[k - 1] + stall if k else math.inf
            row[k] = min(before[k], up, left) + abs(sample - b[i - band + k])
    return int(row[len(b) - len(a) + band])
