# caught by: Of leases that end in one second, the order of the calls counts
# A renewal in the second of the taking changes no time, so it is passed over, and so is the item's place.
from collections import OrderedDict, deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease")
        self.lease = lease
        self.fresh = deque()
        self.out = OrderedDict()

    def add(self, item):
        self.fresh.append(item)

    def take(self, worker, time):
        item = None
        if self.out:
            first = next(iter(self.out))
            if time - self.out[first][1] >= self.lease:
                item = first
        if item is None:
            if not self.fresh:
                return None
            item = self.fresh.popleft()
        self.out[item] = (worker, time)
        self.out.move_to_end(item)
        return item

    def _runs(self, worker, item, time):
        held = self.out.get(item)
        return held is not None and held[0] == worker and time - held[1] < self.lease

    def renew(self, worker, item, time):
        if not self._runs(worker, item, time):
            return False
        if self.out[item][1] != time:
            self.out[item] = (worker, time)
            self.out.move_to_end(item)
        return True

    def finish(self, worker, item, time):
        if not self._runs(worker, item, time):
            return False
        del self.out[item]
        return True
