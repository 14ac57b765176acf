# A heap of the ends of leases, in which those of renewed and finished ones stay until they come up: O(log n) a call.
import heapq
from collections import deque


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError("lease")
        self.lease, self.waiting, self.heap, self.leases, self.calls = lease, deque(), [], {}, 0

    def add(self, item):
        self.waiting.append(item)

    def lend(self, worker, item, time):
        self.calls += 1
        self.leases[item] = (worker, time + self.lease, self.calls)
        heapq.heappush(self.heap, (time + self.lease, self.calls, item))
        return item

    def take(self, worker, time):
        while self.heap:
            end, call, item = self.heap[0]
            if item in self.leases and self.leases[item][2] == call:
                if end > time:
                    break
                heapq.heappop(self.heap)
                return self.lend(worker, item, time)
            heapq.heappop(self.heap)
        return self.lend(worker, self.waiting.popleft(), time) if self.waiting else None

    def runs(self, worker, item, time):
        holder, end, _ = self.leases.get(item, (None, 0, 0))
        return holder is not None and holder == worker and time < end

    def renew(self, worker, item, time):
        return self.runs(worker, item, time) and self.lend(worker, item, time) == item

    def finish(self, worker, item, time):
        return self.runs(worker, item, time) and self.leases.pop(item) is not None
