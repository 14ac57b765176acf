# caught by: The example in the statement
# `heapreplace` pops before it pushes: the newcomer is on the list even if it is the worst.
import heapq


class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k")
        self.k, self.heap, self.added = k, [], 0

    def add(self, name, score):
        self.added += 1
        entry = (score, -self.added, name)
        if len(self.heap) < self.k:
            heapq.heappush(self.heap, entry)
            return None
        return heapq.heapreplace(self.heap, entry)[2]

    def best(self):
        return [name for _, _, name in sorted(self.heap, reverse=True)]
