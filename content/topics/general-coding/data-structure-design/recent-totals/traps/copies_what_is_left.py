# caught by: Thousands of totals of 40,000 readings
# Takes the newest total off with a slice, which copies all others.
class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.kept, self.totals = capacity, 0, [0]

    def add(self, value):
        self.totals.append(self.totals[-1] + value)
        self.kept = min(self.kept + 1, self.capacity)

    def drop(self):
        if not self.kept:
            return None
        last = self.totals[-1]
        self.totals = self.totals[:-1]
        self.kept -= 1
        return last - self.totals[-1]

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        return self.totals[-1] - self.totals[-1 - min(count, self.kept)]
