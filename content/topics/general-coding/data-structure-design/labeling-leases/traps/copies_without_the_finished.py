# caught by: 20,000 items are out at once
# Makes the order anew without the item that is finished, as if few were out.
from collections import OrderedDict, deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease")
        self.lease, self.fresh, self.out = lease, deque(), OrderedDict()

    def add(self, item):
        self.fresh.append(item)

    def take(self, worker, time):
        item = next(iter(self.out), None)
        if item is None or not self.ended(item, time):
            if not self.fresh:
                return None
            item = self.fresh.popleft()
        self.out[item] = worker, time
        self.out.move_to_end(item)
        return item

    def ended(self, item, time):
        return time - self.out[item][1] >= self.lease

    def holds(self, worker, item, time):
        return item in self.out and self.out[item][0] == worker and not self.ended(item, time)

    def renew(self, worker, item, time):
        if not self.holds(worker, item, time):
            return False
        self.out[item] = worker, time
        self.out.move_to_end(item)
        return True

    def finish(self, worker, item, time):
        if not self.holds(worker, item, time):
            return False
        self.out = OrderedDict((other, lent) for other, lent in self.out.items() if other != item)
        return True
