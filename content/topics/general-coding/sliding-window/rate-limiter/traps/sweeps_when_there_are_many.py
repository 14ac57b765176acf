# caught by: Clients that no longer count are forgotten
# Idle clients are swept away only once ten thousand are kept, so thousands of them stay for the few that count.
from collections import deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.times, self.now = limit, window, {}, 0

    def allow(self, client, time):
        self.now = time
        if len(self.times) > 10_000:
            self.times = {who: times for who, times in self.times.items() if time - times[-1] < self.window}
        times = self.times.setdefault(client, deque())
        while times and time - times[0] >= self.window:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(time)
        return True

    def __len__(self):
        return sum(self.now - times[-1] < self.window for times in self.times.values())
