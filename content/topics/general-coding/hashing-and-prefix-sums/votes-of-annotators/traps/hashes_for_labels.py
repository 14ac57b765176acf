# caught by: Values of any hashable kind
# Counts by the hash of a label; different labels may have the same, as -1 and -2 have.
from collections import defaultdict


class Votes:
    def __init__(self):
        self.labels = {}
        self.counts = defaultdict(int)
        self.levels = defaultdict(list)

    def _plus(self, item, label):
        label = hash(label)
        c = self.counts[item, label]
        self.counts[item, label] = c + 1
        levels = self.levels[item]
        if c == len(levels):
            levels.append(0)
        levels[c] += 1

    def _minus(self, item, label):
        label = hash(label)
        c = self.counts[item, label] - 1
        self.counts[item, label] = c
        levels = self.levels[item]
        levels[c] -= 1
        if not levels[-1]:
            levels.pop()

    def vote(self, annotator, item, label):
        key = (annotator, item)
        if key in self.labels:
            self._minus(item, self.labels[key])
        self.labels[key] = label
        self._plus(item, label)

    def withdraw(self, annotator, item):
        self._minus(item, self.labels.pop((annotator, item)))

    def lead(self, item):
        return len(self.levels.get(item, ()))
