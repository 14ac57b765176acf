# A deque for each client, and a sweep over all of them each time half as many calls have passed as there are clients.
from collections import deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.times, self.calls, self.now = limit, window, {}, 0, 0

    def allow(self, client, time):
        self.calls, self.now = self.calls + 1, time
        if self.calls > len(self.times) // 2:
            self.calls = 0
            for who in [who for who, times in self.times.items() if time - times[-1] >= self.window]:
                del self.times[who]
        times = self.times.get(client, deque())
        while times and time - times[0] >= self.window:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(time)
        self.times[client] = times
        return True

    def __len__(self):
        return sum(self.now - times[-1] < self.window for times in self.times.values() if times)
