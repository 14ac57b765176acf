# caught by: Thousands of ranges, and many questions
# Goes through all ranges for every call.
class Seen:
    def __init__(self):
        self.ranges = []

    def _cut(self, start, stop):
        if stop <= start:
            raise ValueError
        kept, known = [], 0
        for one, other in self.ranges:
            if other <= start or stop <= one:
                kept.append((one, other))
                continue
            known += min(other, stop) - max(one, start)
            if one < start:
                kept.append((one, start))
            if stop < other:
                kept.append((stop, other))
        self.ranges = kept
        return known

    def add(self, start, stop):
        known = self._cut(start, stop)
        self.ranges.append((start, stop))
        return stop - start - known

    def forget(self, start, stop):
        return self._cut(start, stop)

    def next_unseen(self, position):
        for one, other in sorted(self.ranges):
            if one <= position < other:
                position = other
        return position
