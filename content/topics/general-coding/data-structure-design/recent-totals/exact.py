"""Every reading with the number of its step; what is kept is looked up for each question."""

from sharpen import checks


class RecentReadings:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.kept, self.by_number = range(0), {}
        self.capacity = capacity

    def add(self, value):
        self.by_number[self.kept.stop] = value
        stop = self.kept.stop + 1
        self.kept = range(max(self.kept.start, stop - self.capacity), stop)

    def drop(self):
        if len(self.kept) == 0:
            return None
        self.kept = range(self.kept.start, self.kept.stop - 1)
        return self.by_number[self.kept.stop]

    def total(self, count):
        if count < 0:
            raise ValueError
        return sum(self.by_number[number] for number in list(reversed(self.kept))[:count])


same = {"RecentReadings": checks.exactly()}


def inputs(rng, draw):
    call = checks.call("RecentReadings", int(rng.choice([1, 2, 3, 5, 9, 100_000, 0])))
    for _ in range(rng.integers(1, 60)):
        turn = rng.random()
        if turn < 0.45:
            call = call.method("add", int(draw("value")))
        elif turn < 0.7:
            call = call.method("drop")
        else:
            call = call.method("total", int(rng.choice([0, 1, 2, 3, 5, 8, 10**6])))
    return call if rng.random() < 0.95 else call.method("total", -1)
