# caught by: A large limit and many clients
# Gives each client a ring of as many places as the limit allows, at its first request.
from collections import OrderedDict, deque


class RateLimiter:
    def __init__(self, limit, window):
        if min(limit, window) < 1:
            raise ValueError("at least 1")
        self.limit = limit
        self.window = window
        self.clients = OrderedDict()

    def allow(self, client, time):
        while self.clients:
            first = next(iter(self.clients))
            if time - self.clients[first][-1] < self.window:
                break
            del self.clients[first]
        queue = self.clients.get(client)
        if queue is None:
            queue = self.clients[client] = deque([-self.window] * self.limit, maxlen=self.limit)
        if queue[0] > time - self.window:
            return False
        queue.append(time)
        self.clients.move_to_end(client)
        return True

    def __len__(self):
        return len(self.clients)
