# caught by: Adding, taking back and asking in turn
# Counts readings instead of kept ones: after a drop the ring seems as full as before, and old totals are read again.
class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.totals, self.count = capacity, [0] * (capacity + 1), 0

    def add(self, value):
        total = self.totals[self.count % (self.capacity + 1)] + value
        self.count += 1
        self.totals[self.count % (self.capacity + 1)] = total

    def drop(self):
        if not self.count:
            return None
        value = self.total(1)
        self.count -= 1
        return value

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        size = self.capacity + 1
        start = self.count - min(count, self.capacity, self.count)
        return self.totals[self.count % size] - self.totals[start % size]
