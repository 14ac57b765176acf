# caught by: 28,000 readings, of which 10,000 are kept
# Keeps the totals in order and takes the oldest reading out of each of them when it is forgotten: O(capacity) for a call.
class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity = capacity
        self.totals = [0]

    def add(self, value):
        self.totals.append(self.totals[-1] + value)
        if len(self.totals) > self.capacity + 1:
            oldest = self.totals[1]
            self.totals = [total - oldest for total in self.totals[1:]]

    def drop(self):
        if len(self.totals) == 1:
            return None
        return self.totals.pop() - self.totals[-1]

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        return self.totals[-1] - self.totals[max(0, len(self.totals) - 1 - count)]
