class RecentReadings:
    """The newest readings of a metric, and the sum of as many of them as are asked for.

    Parameters
    ----------
    capacity : int
        The largest number of readings that are kept, at least 1.

    Raises
    ------
    ValueError
        If it is less than 1.

    Notes
    -----
    A ring of capacity + 1 running totals: the sum of the last few readings is a difference of two. O(1) a call.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.totals = [0] * (capacity + 1)
        self.newest = 0  # a negative place counts from the end of the ring, as Python has it
        self.kept = 0

    def add(self, value: int) -> None:
        """Append a reading; the oldest is forgotten where there would be too many.

        Parameters
        ----------
        value : int
        """
        total = self.totals[self.newest] + value
        self.newest = (self.newest + 1) % len(self.totals)
        self.totals[self.newest] = total
        self.kept = min(self.kept + 1, len(self.totals) - 1)

    def drop(self) -> int | None:
        """Take the newest reading back.

        Returns
        -------
        int, or None
            The reading; None if none is kept.
        """
        if not self.kept:
            return None
        value = self.total(1)
        self.newest -= 1
        self.kept -= 1
        return value

    def total(self, count: int) -> int:
        """The sum of the newest readings.

        Parameters
        ----------
        count : int
            Of how many; of all that are kept if there are fewer.

        Returns
        -------
        int

        Raises
        ------
        ValueError
            If count is negative.
        """
        if count < 0:
            raise ValueError("count must not be negative")
        return self.totals[self.newest] - self.totals[self.newest - min(count, self.kept)]
