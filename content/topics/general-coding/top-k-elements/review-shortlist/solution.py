import heapq


class Shortlist:
    """The examples of highest score among all that were added.

    Parameters
    ----------
    k : int
        How many are kept, at least 1.

    Raises
    ------
    ValueError
        If k is less than 1.

    Notes
    -----
    A min-heap of at most k entries has the worst at its top: the lowest score, of equals the last one added.
    O(log k) for each addition, O(k) memory.
    """

    def __init__(self, k: int) -> None:
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k, self.added = k, 0
        self.heap: list[tuple[int, int, str]] = []

    def add(self, name: str, score: int) -> str | None:
        """Add an example, and drop the worst one if there are too many.

        Parameters
        ----------
        name : str
        score : int

        Returns
        -------
        str or None
            The name of the example that was dropped.
        """
        self.added += 1
        entry = (score, -self.added, name)
        if len(self.heap) < self.k:
            heapq.heappush(self.heap, entry)
            return None
        return heapq.heappushpop(self.heap, entry)[2]

    def best(self) -> list[str]:
        """The names on the list, the highest score first, of equals the one added first.

        Returns
        -------
        list of str
        """
        return [name for _, _, name in sorted(self.heap, reverse=True)]
