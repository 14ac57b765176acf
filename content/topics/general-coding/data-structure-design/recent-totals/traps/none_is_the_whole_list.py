# caught by: The largest numbers, and counts of any size
# `[-count:]` with a count of zero is everything.
class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.readings = capacity, []

    def add(self, value):
        self.readings.append(value)
        if len(self.readings) > self.capacity:
            del self.readings[0]

    def drop(self):
        return self.readings.pop() if self.readings else None

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        return sum(self.readings[-count:])
