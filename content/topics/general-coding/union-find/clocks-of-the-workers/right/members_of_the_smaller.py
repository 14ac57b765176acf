# A position for each worker, and the members and extremes of each group; a join moves the smaller group's members one by one.
class Clocks:
    def __init__(self):
        self.place, self.group = {}, {}

    def _of(self, worker):
        if worker not in self.group:
            self.place[worker], self.group[worker] = 0, [[worker], 0, 0]
        return self.group[worker]

    def measure(self, one, other, ahead):
        here, there = self._of(one), self._of(other)
        if here is there:
            return self.place[one] - self.place[other] == ahead
        shift = self.place[other] + ahead - self.place[one]
        if len(here[0]) > len(there[0]):
            here, there, shift = there, here, -shift
        for worker in here[0]:
            self.place[worker] += shift
            self.group[worker] = there
        there[0].extend(here[0])
        there[1], there[2] = min(there[1], here[1] + shift), max(there[2], here[2] + shift)
        return True

    def ahead(self, one, other):
        return self.place[one] - self.place[other] if self._of(one) is self._of(other) else None

    def spread(self, worker):
        _, low, high = self._of(worker)
        return high - low
