# caught by: The example in the statement
# Takes the list inside a heap for sorted.
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
        return heapq.heappushpop(self.heap, entry)[2]

    def best(self):
        return [name for _, _, name in reversed(self.heap)]
