# caught by: Clients that no longer count are forgotten
# A deque for each client is cleaned only when that client comes again.
from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.times = limit, window, defaultdict(deque)
        self.now = 0

    def allow(self, client, time):
        self.now, times = time, self.times[client]
        while times and time - times[0] >= self.window:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(time)
        return True

    def __len__(self):
        return sum(1 for times in self.times.values() if times and self.now - times[-1] < self.window)
