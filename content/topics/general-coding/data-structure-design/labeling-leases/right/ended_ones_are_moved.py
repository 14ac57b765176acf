# Ended leases are moved to a queue of their own, in the order of their ends, before anything else is done.
from collections import deque


class LabelingQueue:
    def __init__(self, lease):
        if not lease >= 1:
            raise ValueError("lease")
        self.lease, self.fresh, self.lost, self.order, self.now = lease, deque(), deque(), deque(), {}
        self.number = 0

    def add(self, item):
        self.fresh.append(item)

    def tidy(self, time):
        while self.order and time >= self.order[0][0] + self.lease:
            _, number, item = self.order.popleft()
            if self.now.get(item, (0, 0))[1] == number:
                del self.now[item]
                self.lost.append(item)

    def begin(self, worker, item, time):
        self.number += 1
        self.now[item] = worker, self.number
        self.order.append((time, self.number, item))

    def take(self, worker, time):
        self.tidy(time)
        source = self.lost or self.fresh
        if not source:
            return None
        item = source.popleft()
        self.begin(worker, item, time)
        return item

    def renew(self, worker, item, time):
        self.tidy(time)
        if item not in self.now or self.now[item][0] != worker:
            return False
        self.begin(worker, item, time)
        return True

    def finish(self, worker, item, time):
        self.tidy(time)
        if item not in self.now or self.now[item][0] != worker:
            return False
        del self.now[item]
        return True
