# caught by: An item with 12,000 labels
# Takes the largest of all counts whenever it is asked: a call per label.
from collections import Counter, defaultdict


class Votes:
    def __init__(self):
        self.chosen, self.counts = {}, defaultdict(Counter)

    def vote(self, annotator, item, label):
        if (annotator, item) in self.chosen:
            self.withdraw(annotator, item)
        self.chosen[annotator, item] = label
        self.counts[item][label] += 1

    def withdraw(self, annotator, item):
        self.counts[item][self.chosen.pop((annotator, item))] -= 1

    def lead(self, item):
        return max(self.counts[item].values(), default=0)
