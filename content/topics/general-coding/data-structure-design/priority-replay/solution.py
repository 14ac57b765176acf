class ReplayBuffer:
    """The newest transitions with their priorities, side by side on a line.

    Parameters
    ----------
    capacity : int
        The largest number of transitions that are kept, at least 1.

    Raises
    ------
    ValueError
        If it is less than 1.

    Notes
    -----
    A ring of places is the leaves of a binary tree of sums: node i is the sum of nodes 2i and 2i + 1. A change goes up
    from a leaf, a search comes down from the root: O(log n) each.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity, self.added = capacity, 0
        self.leaves = 1 << (capacity - 1).bit_length()
        self.sums = [0] * (2 * self.leaves)

    def add(self, priority: int) -> int:
        """Store a transition; the oldest is dropped where there would be too many.

        Parameters
        ----------
        priority : int
            At least 0.

        Returns
        -------
        int
            Its number.
        """
        self.added += 1
        self._set(self.added - 1, priority)
        return self.added - 1

    def update(self, number: int, priority: int) -> bool:
        """Give a transition a new priority.

        Parameters
        ----------
        number : int
            Which one.
        priority : int
            At least 0.

        Returns
        -------
        bool
            Whether the transition is still kept; if not, nothing changes.
        """
        if not self._oldest() <= number < self.added:
            return False
        self._set(number, priority)
        return True

    def total(self) -> int:
        """The sum of the priorities.

        Returns
        -------
        int
        """
        return self.sums[1]

    def find(self, x: int) -> int:
        """The transition that covers a point of the line, on which they lie from the oldest on.

        Parameters
        ----------
        x : int

        Returns
        -------
        int
            Its number.

        Raises
        ------
        IndexError
            If x is negative or not less than the total.
        """
        if not 0 <= x < self.total():
            raise IndexError("x must be on the line")
        oldest = self._oldest()
        x = (x + self._before(oldest)) % self.total()
        node = 1
        while node < self.leaves:
            node *= 2
            if x >= self.sums[node]:
                x -= self.sums[node]
                node += 1
        return oldest + (node - self.leaves - oldest) % self.capacity

    def _oldest(self) -> int:
        return max(0, self.added - self.capacity)

    def _set(self, number: int, priority: int) -> None:
        node = self.leaves + number % self.capacity
        change = priority - self.sums[node]
        while node:
            self.sums[node] += change
            node //= 2

    def _before(self, number: int) -> int:
        """The sum of the priorities at the places before that of a transition."""
        node, total = self.leaves + number % self.capacity, 0
        while node > 1:
            if node % 2:
                total += self.sums[node - 1]
            node //= 2
        return total
