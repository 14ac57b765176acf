# caught by: The longest window, the latest second, and clients that are equal and are written in two ways
# Keys made by `repr`: 1, True and 1.0 are one client as dict keys are.
from collections import deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("limit and window must be at least 1")
        self.limit, self.window = limit, window
        self.accepted, self.counts = deque(), {}

    def allow(self, client, time):
        client = repr(client)
        while self.accepted and time - self.accepted[0][0] >= self.window:
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
