# caught by: 20,000 additions to a list of 10,000
# Packs score and order into one number, with room for 10,000 additions.
from heapq import heappush, heappushpop


class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.heap = []
        self.count = 0

    def add(self, name, score):
        entry = (score * 10_000 - self.count, 0, name)
        self.count += 1
        if len(self.heap) < self.k:
            heappush(self.heap, entry)
            return None
        return heappushpop(self.heap, entry)[2]

    def best(self):
        return [name for _, _, name in sorted(self.heap, reverse=True)]
