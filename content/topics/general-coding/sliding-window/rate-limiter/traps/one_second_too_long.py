# caught by: The example in the statement
# A request that is exactly `window` seconds old is still counted.
from collections import deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.accepted, self.counts = limit, window, deque(), {}

    def allow(self, client, time):
        while self.accepted and time - self.accepted[0][0] > self.window:
            _, gone = self.accepted.popleft()
            self.counts[gone] -= 1
            if not self.counts[gone]:
                del self.counts[gone]
        if self.counts.get(client, 0) >= self.limit:
            return False
        self.accepted.append((time, client))
        self.counts[client] = self.counts.get(client, 0) + 1
        return True

    def __len__(self):
        return len(self.counts)
