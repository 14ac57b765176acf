# caught by: Reported only
# Takes the stop of a range for one of its samples when asked for the next unseen one.
from bisect import bisect_left, bisect_right


class Seen:
    def __init__(self):
        self.ends = []

    def _mark(self, start, stop, seen):
        if stop <= start:
            raise ValueError
        first, last = bisect_left(self.ends, start), bisect_right(self.ends, stop)
        parts = [start] * (first % 2) + self.ends[first:last] + [stop] * (last % 2)
        self.ends[first:last] = [start] * (first % 2 != seen) + [stop] * (last % 2 != seen)
        return sum(parts[1::2]) - sum(parts[::2])

    def add(self, start, stop):
        return stop - start - self._mark(start, stop, True)

    def forget(self, start, stop):
        return self._mark(start, stop, False)

    def next_unseen(self, position):
        place = bisect_left(self.ends, position)
        return self.ends[place] if place % 2 else position
