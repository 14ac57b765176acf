from bisect import bisect_left, bisect_right


class Seen:
    """The samples that were seen, as a union of ranges.

    Notes
    -----
    `ends` has the start and the stop of each separate range in one sorted list, so that a place in it is odd exactly
    inside a range. A call puts in two ends at most, and those it takes out were put in before: O(log n) comparisons a
    call, amortized.
    """

    def __init__(self) -> None:
        self.ends: list[int] = []

    def add(self, start: int, stop: int) -> int:
        """Mark a range as seen.

        Parameters
        ----------
        start, stop : int
            Its first sample, and the one after its last.

        Returns
        -------
        int
            How many of its samples were not seen before.

        Raises
        ------
        ValueError
            If stop is not larger than start.
        """
        return stop - start - self._mark(start, stop, True)

    def forget(self, start: int, stop: int) -> int:
        """Mark a range as not seen.

        Parameters
        ----------
        start, stop : int
            Its first sample, and the one after its last.

        Returns
        -------
        int
            How many of its samples were seen before.

        Raises
        ------
        ValueError
            If stop is not larger than start.
        """
        return self._mark(start, stop, False)

    def next_unseen(self, position: int) -> int:
        """The first sample from a position on that is not seen.

        Parameters
        ----------
        position : int

        Returns
        -------
        int
        """
        place = bisect_right(self.ends, position)
        return self.ends[place] if place % 2 else position

    def _mark(self, start: int, stop: int, seen: bool) -> int:
        """Mark a range, and count what of it was seen before."""
        if stop <= start:
            raise ValueError("stop must be larger than start")
        first, last = bisect_left(self.ends, start), bisect_right(self.ends, stop)
        starts, stops = [start] * (first % 2), [stop] * (last % 2)
        parts = starts + self.ends[first:last] + stops
        if seen:
            starts, stops = [start] * (1 - first % 2), [stop] * (1 - last % 2)
        self.ends[first:last] = starts + stops
        return sum(parts[1::2]) - sum(parts[::2])
