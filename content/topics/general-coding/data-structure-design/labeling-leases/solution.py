from collections import OrderedDict, deque


class LabelingQueue:
    """Lends items to workers; what is neither renewed nor finished in time is lent again.

    Parameters
    ----------
    lease : int
        For how many seconds an item is lent, at least 1.

    Raises
    ------
    ValueError
        If it is less than 1.

    Notes
    -----
    All leases are equally long, so they end in the order in which they were taken or renewed last. An ordered dict
    keeps that order while items leave from its middle: O(1) a call.
    """

    def __init__(self, lease: int) -> None:
        if lease < 1:
            raise ValueError("lease must be at least 1")
        self.lease = lease
        self.waiting: deque[str] = deque()
        self.leases: OrderedDict[str, tuple[str, int]] = OrderedDict()

    def add(self, item: str) -> None:
        """Put an item behind all others that have never been handed out.

        Parameters
        ----------
        item : str
            One that was never added before.
        """
        self.waiting.append(item)

    def take(self, worker: str, time: int) -> str | None:
        """Hand out the item whose lease ended first, or else the first that waits.

        Parameters
        ----------
        worker : str
            Who gets it.
        time : int
            In seconds, never less than in the call before.

        Returns
        -------
        str, or None
            The item; None if none is available.
        """
        oldest = next(iter(self.leases), None)
        if oldest is not None and time - self.leases[oldest][1] >= self.lease:
            return self._lend(oldest, worker, time)
        return self._lend(self.waiting.popleft(), worker, time) if self.waiting else None

    def renew(self, worker: str, item: str, time: int) -> bool:
        """Restart a lease, if this worker has one on this item that still runs.

        Parameters
        ----------
        worker, item : str
        time : int

        Returns
        -------
        bool
            Whether there was such a lease.
        """
        if not self._runs(worker, item, time):
            return False
        self._lend(item, worker, time)
        return True

    def finish(self, worker: str, item: str, time: int) -> bool:
        """Remove an item for good, if this worker has a lease on it that still runs.

        Parameters
        ----------
        worker, item : str
        time : int

        Returns
        -------
        bool
            Whether there was such a lease.
        """
        if not self._runs(worker, item, time):
            return False
        del self.leases[item]
        return True

    def _lend(self, item: str, worker: str, time: int) -> str:
        self.leases[item] = worker, time
        self.leases.move_to_end(item)
        return item

    def _runs(self, worker: str, item: str, time: int) -> bool:
        holder, since = self.leases.get(item, (None, 0))
        return holder == worker and time - since < self.lease
