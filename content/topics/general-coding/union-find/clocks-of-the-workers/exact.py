"""Groups with a position for each member; a join shifts every member of one group."""

from sharpen import checks


class Clocks:
    def __init__(self):
        self.group = {}

    def of(self, worker):
        return self.group.setdefault(worker, {worker: 0})

    def measure(self, one, other, ahead):
        here, there = self.of(one), self.of(other)
        if here is there:
            return here[one] == here[other] + ahead
        shift = there[other] + ahead - here[one]
        there.update({worker: place + shift for worker, place in here.items()})
        self.group |= dict.fromkeys(here, there)
        return True

    def ahead(self, one, other):
        group = self.of(one)
        return group[one] - group[other] if other in group else None

    def spread(self, worker):
        return max(self.of(worker).values()) - min(self.of(worker).values())


def inputs(rng, draw):
    call = checks.call("Clocks")
    names = ["a", "A", "a ", "b", "0", "-", "é", "w" * 12][: rng.integers(2, 9)]
    most = [3, 10**9][rng.integers(2)]
    for _ in range(rng.integers(1, 25)):
        one, other = (names[at] for at in rng.integers(0, len(names), 2))
        kind = rng.integers(4)
        if kind < 2:
            call = call.method("measure", one, other, int(rng.integers(-most, most + 1)))
        else:
            call = call.method("ahead", one, other) if kind == 2 else call.method("spread", one)
    return call
