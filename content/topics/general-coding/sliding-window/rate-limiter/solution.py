from collections import deque
from collections.abc import Hashable


class RateLimiter:
    """Accepts at most so many requests of each client in any stretch of so many seconds.

    Parameters
    ----------
    limit : int
        The most requests of one client that count at any moment, at least 1.
    window : int
        For how many seconds an accepted request counts, at least 1.

    Raises
    ------
    ValueError
        If one of them is less than 1.

    Notes
    -----
    Times never go back, so one queue over all clients is in order of time, and what no longer counts leaves at its
    front. Each request enters and leaves once: O(1) a call, amortized, and memory for what counts.
    """

    def __init__(self, limit: int, window: int) -> None:
        if limit < 1 or window < 1:
            raise ValueError("limit and window must be at least 1")
        self.limit, self.window = limit, window
        self.accepted: deque[tuple[int, Hashable]] = deque()
        self.counts: dict[Hashable, int] = {}

    def allow(self, client: Hashable, time: int) -> bool:
        """Whether a request is accepted.

        Parameters
        ----------
        client : hashable
            Whose request it is.
        time : int
            In seconds, never less than in the call before.

        Returns
        -------
        bool
        """
        while self.accepted and time - self.accepted[0][0] >= self.window:
            _, gone = self.accepted.popleft()
            self.counts[gone] -= 1
            if not self.counts[gone]:
                del self.counts[gone]
        count = self.counts.get(client, 0)
        if count >= self.limit:
            return False
        self.accepted.append((time, client))
        self.counts[client] = count + 1
        return True

    def __len__(self) -> int:
        """How many clients have a request that counted at the last call."""
        return len(self.counts)
