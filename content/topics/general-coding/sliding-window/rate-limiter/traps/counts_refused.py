# caught by: One client
# A refused request is recorded too, so that a client who keeps asking is never let in again.
from collections import deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.times = limit, window, {}

    def allow(self, client, time):
        times = self.times.setdefault(client, deque())
        while times and time - times[0] >= self.window:
            times.popleft()
        times.append(time)
        return len(times) <= self.limit

    def __len__(self):
        return len(self.times)
