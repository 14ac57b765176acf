# caught by: The example in the statement
# Counts additions upward, so that of equal scores the oldest is the worst.
import heapq


class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k")
        self.k, self.heap, self.added = k, [], 0

    def add(self, name, score):
        self.added += 1
        heapq.heappush(self.heap, (score, self.added, name))
        return heapq.heappop(self.heap)[2] if len(self.heap) > self.k else None

    def best(self):
        return [name for _, _, name in sorted(self.heap, key=lambda entry: (-entry[0], entry[1]))]
