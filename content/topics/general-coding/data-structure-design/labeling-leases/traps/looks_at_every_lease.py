# caught by: 20,000 items are out at once
# Looks for the lease that ended first among all of them at each take.
from collections import deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease")
        self.lease, self.waiting, self.leases = lease, deque(), {}

    def add(self, item):
        self.waiting.append(item)

    def take(self, worker, time):
        ended = [(since, item) for item, (_, since) in self.leases.items() if time - since >= self.lease]
        if ended:
            item = min(ended, key=lambda one: one[0])[1]
            del self.leases[item]
        elif self.waiting:
            item = self.waiting.popleft()
        else:
            return None
        self.leases[item] = worker, time
        return item

    def runs(self, worker, item, time):
        return item in self.leases and self.leases[item][0] == worker and time - self.leases[item][1] < self.lease

    def renew(self, worker, item, time):
        if not self.runs(worker, item, time):
            return False
        del self.leases[item]
        self.leases[item] = worker, time
        return True

    def finish(self, worker, item, time):
        if not self.runs(worker, item, time):
            return False
        del self.leases[item]
        return True
