# caught by: Thousands of ranges, and many questions
# Marks with binary search, and then answers by going through the ranges from the first on.
from bisect import bisect_left, bisect_right


class Seen:
    def __init__(self):
        self.a = []
        self.b = []

    def add(self, start, stop):
        if stop <= start:
            raise ValueError("empty range")
        i = bisect_left(self.b, start)
        j = bisect_right(self.a, stop)
        low, high, old = start, stop, 0
        if i < j:
            low = min(low, self.a[i])
            high = max(high, self.b[j - 1])
            old = sum(self.b[i:j]) - sum(self.a[i:j])
        self.a[i:j] = [low]
        self.b[i:j] = [high]
        return high - low - old

    def forget(self, start, stop):
        if stop <= start:
            raise ValueError("empty range")
        i = bisect_right(self.b, start)
        j = bisect_left(self.a, stop)
        if i >= j:
            return 0
        low, high = self.a[i], self.b[j - 1]
        old = sum(self.b[i:j]) - sum(self.a[i:j])
        starts, stops = [], []
        if low < start:
            starts.append(low)
            stops.append(start)
            old -= start - low
        if high > stop:
            starts.append(stop)
            stops.append(high)
            old -= high - stop
        self.a[i:j] = starts
        self.b[i:j] = stops
        return old

    def next_unseen(self, position):
        for a, b in zip(self.a, self.b):
            if a <= position < b:
                return b
        return position
