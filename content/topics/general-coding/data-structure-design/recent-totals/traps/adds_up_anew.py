# caught by: Thousands of totals of 40,000 readings
# Keeps the readings and adds up as many as are asked for.
from collections import deque
from itertools import islice


class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.readings = deque(maxlen=capacity)

    def add(self, value):
        self.readings.append(value)

    def drop(self):
        return self.readings.pop() if self.readings else None

    def total(self, count):
        if count < 0:
            raise ValueError("count")
        return sum(islice(reversed(self.readings), count))
