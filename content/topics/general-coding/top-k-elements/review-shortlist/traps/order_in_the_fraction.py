# caught by: Step by step, with scores of every size
# Puts the order of adding into the fraction of the score, where large scores have no room for it.
from heapq import heappush, heappushpop


class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.heap = []
        self.count = 0

    def add(self, name, score):
        entry = (score - self.count * 1e-9, 0, name)
        self.count += 1
        if len(self.heap) < self.k:
            heappush(self.heap, entry)
            return None
        return heappushpop(self.heap, entry)[2]

    def best(self):
        return [name for _, _, name in sorted(self.heap, reverse=True)]
