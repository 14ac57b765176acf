# caught by: Adding, taking back and asking in turn
# A ring of `capacity` totals: the one before the oldest reading has been overwritten when it is asked for.
class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.totals, self.count, self.kept = [0] * capacity, 0, 0

    def add(self, value):
        total = self.totals[self.count % len(self.totals)] + value
        self.count += 1
        self.totals[self.count % len(self.totals)] = total
        self.kept = min(self.kept + 1, len(self.totals))

    def drop(self):
        if not self.kept:
            return None
        value = self.total(1)
        self.count -= 1
        self.kept -= 1
        return value

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        size = len(self.totals)
        return self.totals[self.count % size] - self.totals[(self.count - min(count, self.kept)) % size]
