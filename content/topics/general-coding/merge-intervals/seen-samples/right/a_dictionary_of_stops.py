# A sorted list of starts, and a dictionary from each to its stop; every call cuts at both its ends first.
from bisect import bisect_left, bisect_right, insort


class Seen:
    def __init__(self):
        self.starts, self.stop_of = [], {}

    def _split(self, at):
        place = bisect_left(self.starts, at)
        if place and self.stop_of[self.starts[place - 1]] > at:
            before = self.starts[place - 1]
            self.stop_of[at], self.stop_of[before] = self.stop_of[before], at
            self.starts.insert(place, at)

    def forget(self, start, stop):
        if start >= stop:
            raise ValueError("an empty range")
        self._split(start)
        self._split(stop)
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, stop)
        gone = self.starts[first:last]
        del self.starts[first:last]
        return sum(self.stop_of.pop(one) - one for one in gone)

    def add(self, start, stop):
        new = stop - start - self.forget(start, stop)
        place = bisect_right(self.starts, start)
        if place < len(self.starts) and self.starts[place] == stop:
            del self.starts[place]
            stop = self.stop_of.pop(stop)
        if place and self.stop_of[self.starts[place - 1]] == start:
            self.stop_of[self.starts[place - 1]] = stop
        else:
            insort(self.starts, start)
            self.stop_of[start] = stop
        return new

    def next_unseen(self, position):
        place = bisect_right(self.starts, position)
        if place and self.stop_of[self.starts[place - 1]] > position:
            return self.stop_of[self.starts[place - 1]]
        return position
