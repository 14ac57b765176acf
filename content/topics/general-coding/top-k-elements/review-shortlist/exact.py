"""The list computed from all examples so far, at every call."""

from sharpen import checks


class Shortlist:
    def __init__(self, k):
        self.k, self.all = k, []

    def _kept(self, count):
        order = sorted(range(count), key=lambda number: (-self.all[number][1], number))
        return order[: self.k]

    def add(self, name, score):
        before = set(self._kept(len(self.all)))
        self.all.append((name, score))
        gone = (before | {len(self.all) - 1}) - set(self._kept(len(self.all)))
        return self.all[gone.pop()][0] if gone else None

    def best(self):
        return [self.all[number][0] for number in self._kept(len(self.all))]


same = {"Shortlist": checks.exactly()}


def inputs(rng, draw):
    call = checks.call("Shortlist", int(rng.integers(1, 6)))
    for _ in range(rng.integers(1, 15)):
        call = call.method("add", "abc"[rng.integers(3)], int(draw("score") if rng.random() < 0.5 else rng.integers(3)))
        if rng.random() < 0.3:
            call = call.method("best")
    return call
