# caught by: Labelers who come and go
# A renewal sets the time and forgets to move the item to the end: a running lease hides the ended ones behind it.
from collections import OrderedDict, deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease")
        self.lease, self.waiting, self.leases = lease, deque(), OrderedDict()

    def add(self, item):
        self.waiting.append(item)

    def take(self, worker, time):
        oldest = next(iter(self.leases), None)
        if oldest is not None and time - self.leases[oldest][1] >= self.lease:
            item = oldest
            del self.leases[oldest]
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
        self.leases[item] = worker, time
        return True

    def finish(self, worker, item, time):
        if not self.runs(worker, item, time):
            return False
        del self.leases[item]
        return True
