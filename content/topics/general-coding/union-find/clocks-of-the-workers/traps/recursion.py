# caught by: A row of 10,000 workers
# A recursive search for the leader, and no look at sizes: a row is deeper than Python recurses.
class Clocks:
    def __init__(self):
        self.leader, self.offset, self.ends = {}, {}, {}

    def measure(self, one, other, ahead):
        first, second = self._find(one), self._find(other)
        if first == second:
            return self.offset[one] - self.offset[other] == ahead
        shift = ahead + self.offset[other] - self.offset[one]
        self.leader[first], self.offset[first] = second, shift
        low, high = self.ends.pop(first)
        self.ends[second] = min(self.ends[second][0], low + shift), max(self.ends[second][1], high + shift)
        return True

    def ahead(self, one, other):
        return self.offset[one] - self.offset[other] if self._find(one) == self._find(other) else None

    def spread(self, worker):
        low, high = self.ends[self._find(worker)]
        return high - low

    def _find(self, worker):
        if worker not in self.leader:
            self.leader[worker], self.offset[worker], self.ends[worker] = worker, 0, (0, 0)
        above = self.leader[worker]
        if above != worker:
            top = self._find(above)
            if top != above:
                self.offset[worker] += self.offset[above]
                self.leader[worker] = top
        return self.leader[worker]
