# A heap for each item, whose entries are looked at only when they come to the top: O(log n) amortized.
import heapq
from collections import defaultdict


class Votes:
    def __init__(self):
        self.chosen = {}
        self.counts = defaultdict(lambda: defaultdict(int))
        self.heaps = defaultdict(list)
        self.turn = 0

    def _note(self, item, label, by):
        self.counts[item][label] += by
        self.turn += 1
        heapq.heappush(self.heaps[item], (-self.counts[item][label], self.turn, label))

    def vote(self, annotator, item, label):
        if (annotator, item) in self.chosen:
            self.withdraw(annotator, item)
        self.chosen[annotator, item] = label
        self._note(item, label, 1)

    def withdraw(self, annotator, item):
        self._note(item, self.chosen.pop((annotator, item)), -1)

    def lead(self, item):
        heap = self.heaps[item]
        while heap and self.counts[item][heap[0][2]] != -heap[0][0]:
            heapq.heappop(heap)
        return -heap[0][0] if heap else 0
