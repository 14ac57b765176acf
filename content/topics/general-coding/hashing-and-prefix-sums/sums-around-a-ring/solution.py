from collections.abc import Sequence
from itertools import accumulate


def ring_sums(values: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[int]:
    """The sums of stretches of a ring, each in constant time.

    Parameters
    ----------
    values : list of int
        The ring, at least one value; after the last comes the first again.
    stretches : list of tuple of int
        For each question the place of its first value and how many there are.

    Returns
    -------
    list of int
        The sum of each stretch.

    Notes
    -----
    A stretch is the difference of two prefixes of the unrolled ring, each of them some full rounds and a prefix of the
    ring: O(n + q) for n values and q questions.
    """
    before = [0, *accumulate(values)]

    def first(count: int) -> int:
        rounds, rest = divmod(count, len(values))
        return rounds * before[-1] + before[rest]

    return [first(start + length) - first(start) for start, length in stretches]
