# Starts and stops in two lists, joined case by case.
from bisect import bisect_left, bisect_right


class Seen:
    def __init__(self):
        self.starts, self.stops = [], []

    def _cut(self, start, stop):
        if stop <= start:
            raise ValueError
        first, last = bisect_right(self.stops, start), bisect_left(self.starts, stop)
        known, rest = 0, []
        for place in range(first, last):
            one, other = self.starts[place], self.stops[place]
            known += min(other, stop) - max(one, start)
            rest += [(one, start)] * (one < start) + [(stop, other)] * (stop < other)
        self.starts[first:last] = [one for one, _ in rest]
        self.stops[first:last] = [other for _, other in rest]
        return known

    def add(self, start, stop):
        known = self._cut(start, stop)
        new = stop - start - known
        place = bisect_left(self.starts, start)
        if place < len(self.starts) and self.starts[place] == stop:
            stop = self.stops.pop(place)
            self.starts.pop(place)
        if place and self.stops[place - 1] == start:
            self.stops[place - 1] = stop
        else:
            self.starts.insert(place, start)
            self.stops.insert(place, stop)
        return new

    def forget(self, start, stop):
        return self._cut(start, stop)

    def next_unseen(self, position):
        place = bisect_right(self.starts, position)
        return max(position, self.stops[place - 1]) if place else position
