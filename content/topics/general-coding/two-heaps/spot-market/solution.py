import heapq


class SpotMarket:
    """A market of single hours, in which orders that fit together trade at once.

    Notes
    -----
    Each side is a heap with its best order on top: offers by price, bids by negated price, of equals the smallest
    number. Canceled orders stay in their heap until they come to the top. Each is pushed and popped once: O(log n) for
    each call, amortized.
    """

    def __init__(self) -> None:
        self.offers: list[tuple[int, int]] = []
        self.bids: list[tuple[int, int]] = []
        self.open: set[int] = set()
        self.placed = 0

    def offer(self, price: int) -> int | None:
        """Offer an hour for at least this price.

        Parameters
        ----------
        price : int

        Returns
        -------
        int or None
            The number of the bid that it traded with; None if it stays open.
        """
        return self._place(self.offers, price, self.bids, -price)

    def bid(self, price: int) -> int | None:
        """Bid for an hour at most this price.

        Parameters
        ----------
        price : int

        Returns
        -------
        int or None
            The number of the offer that it traded with; None if it stays open.
        """
        return self._place(self.bids, -price, self.offers, price)

    def cancel(self, number: int) -> bool:
        """Close an order.

        Parameters
        ----------
        number : int
            Which one, in the order in which they were placed, from 0; any other number is none.

        Returns
        -------
        bool
            Whether it was open.
        """
        was_open = number in self.open
        self.open.discard(number)
        return was_open

    def _place(self, own: list[tuple[int, int]], key: int, others: list[tuple[int, int]], limit: int) -> int | None:
        number, self.placed = self.placed, self.placed + 1
        while others and others[0][1] not in self.open:
            heapq.heappop(others)
        if others and others[0][0] <= limit:
            partner = heapq.heappop(others)[1]
            self.open.remove(partner)
            return partner
        heapq.heappush(own, (key, number))
        self.open.add(number)
        return None
