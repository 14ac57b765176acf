# caught by: A chain of 10,000 measurements, all in one direction
# Raises the limit of recursion to the length of the chain, which leaves no frame for the caller.
import sys

sys.setrecursionlimit(10_000)


class Clocks:
    def __init__(self):
        self.up, self.off, self.low, self.high = {}, {}, {}, {}

    def _find(self, worker):
        if worker not in self.up:
            self.up[worker], self.off[worker], self.low[worker], self.high[worker] = worker, 0, 0, 0
        if self.up[worker] == worker:
            return worker, 0
        root, rest = self._find(self.up[worker])
        self.off[worker] += rest
        self.up[worker] = root
        return root, self.off[worker]

    def measure(self, one, other, ahead):
        a, x = self._find(one)
        b, y = self._find(other)
        if a == b:
            return x - y == ahead
        shift = ahead + y - x
        self.up[a], self.off[a] = b, shift
        self.low[b] = min(self.low[b], self.low[a] + shift)
        self.high[b] = max(self.high[b], self.high[a] + shift)
        return True

    def ahead(self, one, other):
        a, x = self._find(one)
        b, y = self._find(other)
        return x - y if a == b else None

    def spread(self, worker):
        root, _ = self._find(worker)
        return self.high[root] - self.low[root]
