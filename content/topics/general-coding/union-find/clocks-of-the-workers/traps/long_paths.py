# caught by: A row that grows at both ends, with questions at each step
# Never shortens a path and does not look at sizes: the path from an old worker becomes as long as the row.
class Clocks:
    def __init__(self):
        self.above, self.ends = {}, {}

    def measure(self, one, other, ahead):
        (first, x), (second, y) = self._find(one), self._find(other)
        if first == second:
            return x - y == ahead
        shift = ahead + y - x
        self.above[first] = second, shift
        low, high = self.ends.pop(first)
        self.ends[second] = min(self.ends[second][0], low + shift), max(self.ends[second][1], high + shift)
        return True

    def ahead(self, one, other):
        (first, x), (second, y) = self._find(one), self._find(other)
        return x - y if first == second else None

    def spread(self, worker):
        low, high = self.ends[self._find(worker)[0]]
        return high - low

    def _find(self, worker):
        if worker not in self.ends and worker not in self.above:
            self.ends[worker] = 0, 0
        total = 0
        while worker in self.above:
            worker, more = self.above[worker]
            total += more
        return worker, total
