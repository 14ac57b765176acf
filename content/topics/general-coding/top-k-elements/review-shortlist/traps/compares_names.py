# caught by: Step by step, with many equal scores
# Entries of equal score are compared by name, not by when they were added.
import heapq


class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k")
        self.k, self.heap = k, []

    def add(self, name, score):
        heapq.heappush(self.heap, (score, name))
        return heapq.heappop(self.heap)[1] if len(self.heap) > self.k else None

    def best(self):
        return [name for _, name in sorted(self.heap, key=lambda entry: -entry[0])]
