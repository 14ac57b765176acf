class Clocks:
    """Differences between clocks, as far as measurements determine them.

    Notes
    -----
    Union-find in which each worker keeps how far its clock is ahead of that of the worker it points at; the leader of a
    group keeps the group's extremes. A search lets all on its path point at the leader, which makes it O(log n) a call,
    amortized, for n workers, and O(n) memory.
    """

    def __init__(self) -> None:
        self.leader: dict[str, str] = {}
        self.offset: dict[str, int] = {}
        self.extremes: dict[str, tuple[int, int]] = {}

    def measure(self, one: str, other: str, ahead: int) -> bool:
        """Record how far one clock is ahead of another, unless that is known already.

        Parameters
        ----------
        one, other : str
            The workers.
        ahead : int
            How many milliseconds the clock of `one` is ahead.

        Returns
        -------
        bool
            False if it contradicts what was recorded before.
        """
        first, second = self._find(one), self._find(other)
        if first == second:
            return self.offset[one] - self.offset[other] == ahead
        shift = ahead + self.offset[other] - self.offset[one]
        self.leader[first], self.offset[first] = second, shift
        low, high = self.extremes.pop(first)
        lowest, highest = self.extremes[second]
        self.extremes[second] = min(lowest, low + shift), max(highest, high + shift)
        return True

    def ahead(self, one: str, other: str) -> int | None:
        """How many milliseconds the clock of one worker is ahead of another's; None if that is not known."""
        if self._find(one) != self._find(other):
            return None
        return self.offset[one] - self.offset[other]

    def spread(self, worker: str) -> int:
        """The difference between the extreme clocks among those comparable with a worker's."""
        low, high = self.extremes[self._find(worker)]
        return high - low

    def _find(self, worker: str) -> str:
        """The leader of a worker's group, at which it points afterwards."""
        if worker not in self.leader:
            self.leader[worker], self.offset[worker], self.extremes[worker] = worker, 0, (0, 0)
        way = []
        while self.leader[worker] != worker:
            way.append(worker)
            worker = self.leader[worker]
        total = 0
        for below in reversed(way):
            total += self.offset[below]
            self.leader[below], self.offset[below] = worker, total
        return worker
