# caught by: The example in the statement
# Taking back a part of a range keeps what is before it and loses what is behind.
from bisect import bisect_left, bisect_right


class Seen:
    def __init__(self):
        self.ends = []

    def _mark(self, start, stop, seen):
        if stop <= start:
            raise ValueError
        ends = self.ends
        first, last = bisect_left(ends, start), bisect_right(ends, stop)
        parts = [start] * (first % 2) + ends[first:last] + [stop] * (last % 2)
        if seen:
            ends[first:last] = [start] * (1 - first % 2) + [stop] * (1 - last % 2)
        else:
            ends[first : last + last % 2] = [start] * (first % 2)
        return sum(parts[1::2]) - sum(parts[::2])

    def add(self, start, stop):
        return stop - start - self._mark(start, stop, True)

    def forget(self, start, stop):
        return self._mark(start, stop, False)

    def next_unseen(self, position):
        place = bisect_right(self.ends, position)
        return self.ends[place] if place % 2 else position
