# caught by: 20,000 items are out at once
# A renewed lease is taken out of the row of leases and put at its end; to find it, the row is searched from its front.
from collections import deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease must be at least 1")
        self.lease, self.fresh, self.out, self.held = lease, deque(), deque(), {}

    def add(self, item):
        self.fresh.append(item)

    def take(self, worker, time):
        if self.out and time - self.held[self.out[0]][1] >= self.lease:
            item = self.out.popleft()
        elif self.fresh:
            item = self.fresh.popleft()
        else:
            return None
        self.held[item] = (worker, time)
        self.out.append(item)
        return item

    def _has(self, worker, item, time):
        held = self.held.get(item)
        return held is not None and held[0] == worker and time - held[1] < self.lease

    def renew(self, worker, item, time):
        if not self._has(worker, item, time):
            return False
        self.out.remove(item)
        self.out.append(item)
        self.held[item] = (worker, time)
        return True

    def finish(self, worker, item, time):
        if not self._has(worker, item, time):
            return False
        self.out.remove(item)
        del self.held[item]
        return True
