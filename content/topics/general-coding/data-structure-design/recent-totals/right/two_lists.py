# Grows a list of totals and cuts its first half off once it is twice as long as needed: constant time on average.
class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.totals, self.kept = capacity, [0], 0

    def add(self, value):
        self.totals.append(self.totals[-1] + value)
        self.kept = min(self.kept + 1, self.capacity)
        if len(self.totals) > 2 * self.capacity + 2:
            del self.totals[: -self.capacity - 1]

    def drop(self):
        if self.kept == 0:
            return None
        self.kept -= 1
        value = self.totals[-1] - self.totals[-2]
        del self.totals[-1]
        return value

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        return self.totals[-1] - self.totals[len(self.totals) - 1 - min(count, self.kept)]
