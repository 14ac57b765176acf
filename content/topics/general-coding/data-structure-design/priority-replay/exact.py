"""The line laid out point by point for each question; priorities in a dict by number."""

from sharpen import checks


class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.by_number = capacity, {}

    def add(self, priority):
        number = len(self.by_number)
        self.by_number[number] = priority
        return number

    def _kept(self):
        return list(self.by_number)[-self.capacity :]

    def update(self, number, priority):
        if number not in self._kept():
            return False
        self.by_number[number] = priority
        return True

    def total(self):
        return sum(self.by_number[number] for number in self._kept())

    def find(self, x):
        line = [number for number in self._kept() for _ in range(self.by_number[number])]
        if x < 0:
            raise IndexError
        return line[x]


same = {"ReplayBuffer": checks.exactly()}


def inputs(rng, draw):
    capacity = int(rng.integers(0, 12))
    call, added, largest = checks.call("ReplayBuffer", capacity), 0, int(rng.choice([1, 3, 40]))
    if capacity == 0:
        return call
    for _ in range(rng.integers(1, 80)):
        turn, priority = rng.random(), int(rng.integers(0, largest + 1))
        if turn < 0.6:
            call, added = call.method("add", priority), added + 1
        else:
            call = call.method("update", int(rng.integers(added - capacity - 1, added + 2)), priority)
    call = call.method("total")
    model = ReplayBuffer(capacity)
    for name, args in call.then:
        getattr(model, name)(*args)
    for x in {0, model.total() - 1, *rng.integers(0, max(1, model.total()), 6).tolist()}:
        if 0 <= x < model.total():
            call = call.method("find", int(x))
    return call if rng.random() < 0.9 else call.method("find", model.total())
