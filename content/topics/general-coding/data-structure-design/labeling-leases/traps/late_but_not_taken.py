# caught by: Labelers who come and go
# Work that comes after the end of the lease counts as long as nobody else has taken the item.
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

    def renew(self, worker, item, time):
        if item not in self.leases or self.leases[item][0] != worker:
            return False
        self.leases[item] = worker, time
        self.leases.move_to_end(item)
        return True

    def finish(self, worker, item, time):
        if item not in self.leases or self.leases[item][0] != worker:
            return False
        del self.leases[item]
        return True
