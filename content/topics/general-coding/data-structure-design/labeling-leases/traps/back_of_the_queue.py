# caught by: Labelers who come and go
# Items whose leases ended are put behind those that were never handed out.
from collections import OrderedDict, deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease")
        self.lease, self.waiting, self.leases = lease, deque(), OrderedDict()

    def add(self, item):
        self.waiting.append(item)

    def take(self, worker, time):
        while self.leases:
            item, (_, since) = next(iter(self.leases.items()))
            if time - since < self.lease:
                break
            del self.leases[item]
            self.waiting.append(item)
        if not self.waiting:
            return None
        item = self.waiting.popleft()
        self.leases[item] = worker, time
        return item

    def runs(self, worker, item, time):
        return item in self.leases and self.leases[item][0] == worker and time - self.leases[item][1] < self.lease

    def renew(self, worker, item, time):
        if not self.runs(worker, item, time):
            return False
        self.leases[item] = worker, time
        self.leases.move_to_end(item)
        return True

    def finish(self, worker, item, time):
        if not self.runs(worker, item, time):
            return False
        del self.leases[item]
        return True
