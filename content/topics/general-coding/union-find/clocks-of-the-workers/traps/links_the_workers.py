# caught by: Like a search for each question
# Links leader to leader with the difference of the two workers, as if these were the leaders.
class Clocks:
    def __init__(self):
        self.leader, self.offset = {}, {}

    def measure(self, one, other, ahead):
        (first, x), (second, y) = self._find(one), self._find(other)
        if first == second:
            return x - y == ahead
        self.leader[first], self.offset[first] = second, ahead
        return True

    def ahead(self, one, other):
        (first, x), (second, y) = self._find(one), self._find(other)
        return x - y if first == second else None

    def spread(self, worker):
        top, _ = self._find(worker)
        places = [place for name in list(self.leader) for leader, place in [self._find(name)] if leader == top]
        return max(places) - min(places)

    def _find(self, worker):
        self.leader.setdefault(worker, worker)
        self.offset.setdefault(worker, 0)
        total = 0
        while self.leader[worker] != worker:
            total += self.offset[worker]
            worker = self.leader[worker]
        return worker, total
