# caught by: The largest numbers, and counts of any size
# Takes a count of 0 for one that was not given, and adds up everything.
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
        kept = len(self.totals) - 1
        return self.totals[-1] - self.totals[-1 - min(count or kept, kept)]
