"""Every end that is ever met cuts the line into cells; a cell is seen or not."""

from itertools import pairwise

from sharpen import checks


class Seen:
    def __init__(self):
        self.happened = []

    def cells(self, *ends):
        ends = sorted({end for _, one, other in self.happened for end in (one, other)} | set(ends))
        for cell in pairwise(ends):
            covering = [kind for kind, one, other in self.happened if one <= cell[0] and cell[1] <= other]
            yield *cell, bool(covering) and covering[-1] == "add"

    def count(self, kind, start, stop):
        if stop <= start:
            raise ValueError
        known = sum(
            other - one for one, other, seen in self.cells(start, stop) if seen and start <= one and other <= stop
        )
        self.happened.append((kind, start, stop))
        return known

    def add(self, start, stop):
        return stop - start - self.count("add", start, stop)

    def forget(self, start, stop):
        return self.count("forget", start, stop)

    def next_unseen(self, position):
        for one, _, seen in self.cells(position):
            if one >= position and not seen:
                return one
        return max(position, *(other for _, _, other in [*self.happened, (0, 0, 0)]))


def inputs(rng, draw):
    call, span = checks.call("Seen"), int(rng.choice([6, 25, 10**12 - 1]))
    for _ in range(rng.integers(1, 12)):
        start, stop = sorted(rng.integers(0, span, 2).tolist())
        call = call.method(("add", "add", "forget")[rng.integers(3)], start, stop + 1)
        call = call.method("next_unseen", int(rng.choice([start, stop, rng.integers(span)])))
    return call
