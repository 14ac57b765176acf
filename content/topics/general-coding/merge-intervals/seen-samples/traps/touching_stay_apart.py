# caught by: Reported only
# Ranges that touch are kept as two, so that the next unseen sample seems to be where they meet.
from bisect import bisect_left, bisect_right


class Seen:
    def __init__(self):
        self.starts, self.stops = [], []

    def _cut(self, start, stop):
        if stop <= start:
            raise ValueError
        first, last = bisect_right(self.stops, start), bisect_left(self.starts, stop)
        pairs = list(zip(self.starts[first:last], self.stops[first:last]))
        known = sum(min(other, stop) - max(one, start) for one, other in pairs)
        rest = [(one, start) for one, _ in pairs[:1] if one < start] + [
            (stop, other) for _, other in pairs[-1:] if stop < other
        ]
        self.starts[first:last] = [one for one, _ in rest]
        self.stops[first:last] = [other for _, other in rest]
        return known

    def add(self, start, stop):
        known = self._cut(start, stop)
        place = bisect_left(self.starts, start)
        self.starts.insert(place, start)
        self.stops.insert(place, stop)
        return stop - start - known

    def forget(self, start, stop):
        return self._cut(start, stop)

    def next_unseen(self, position):
        place = bisect_right(self.stops, position)
        inside = place < len(self.starts) and self.starts[place] <= position
        return self.stops[place] if inside else position
