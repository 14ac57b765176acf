# Running totals in a deque that forgets by itself; an entry in its middle takes a walk over its blocks.
from collections import deque


class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.totals = deque([0], maxlen=capacity + 1)

    def add(self, value):
        self.totals.append(self.totals[-1] + value)

    def drop(self):
        if len(self.totals) == 1:
            return None
        last = self.totals.pop()
        return last - self.totals[-1]

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        return self.totals[-1] - self.totals[-1 - min(count, len(self.totals) - 1)]
