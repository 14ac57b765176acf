# caught by: The example in the statement
# A changed vote is added, and the one before it stays.
from collections import Counter, defaultdict


class Votes:
    def __init__(self):
        self.chosen, self.having, self.counts, self.leads = {}, Counter(), Counter(), defaultdict(int)

    def vote(self, annotator, item, label):
        self.chosen[annotator, item] = label
        self.counts[item, label] += 1
        self.having[item, self.counts[item, label]] += 1
        self.leads[item] = max(self.leads[item], self.counts[item, label])

    def withdraw(self, annotator, item):
        label = self.chosen.pop((annotator, item))
        self.having[item, self.counts[item, label]] -= 1
        self.leads[item] -= self.having[item, self.counts[item, label]] == 0
        self.counts[item, label] -= 1

    def lead(self, item):
        return self.leads[item]
