# caught by: Like a search for each question
# Takes the newest measurement into the extremes, and not those of the group that joins.
class Clocks:
    def __init__(self):
        self.leader, self.offset, self.groups = {}, {}, {}

    def measure(self, one, other, ahead):
        first, second = self._find(one), self._find(other)
        if first == second:
            return self.offset[one] - self.offset[other] == ahead
        shift = ahead + self.offset[other] - self.offset[one]
        if self.groups[first][0] > self.groups[second][0]:
            first, second, shift = second, first, -shift
        self.leader[first], self.offset[first] = second, shift
        count, _, _ = self.groups.pop(first)
        size, lowest, highest = self.groups[second]
        self.groups[second] = size + count, min(lowest, shift), max(highest, shift)
        return True

    def ahead(self, one, other):
        return self.offset[one] - self.offset[other] if self._find(one) == self._find(other) else None

    def spread(self, worker):
        _, low, high = self.groups[self._find(worker)]
        return high - low

    def _find(self, worker):
        if worker not in self.leader:
            self.leader[worker], self.offset[worker], self.groups[worker] = worker, 0, (1, 0, 0)
        way = []
        while self.leader[worker] != worker:
            way.append(worker)
            worker = self.leader[worker]
        total = 0
        for below in reversed(way):
            total += self.offset[below]
            self.leader[below], self.offset[below] = worker, total
        return worker
