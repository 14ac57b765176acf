# caught by: One item
# The lead falls whenever a leading label loses a vote, though another label may have as many.
from collections import Counter


class Votes:
    def __init__(self):
        self.chosen, self.counts, self.leads = {}, Counter(), Counter()

    def vote(self, annotator, item, label):
        if (annotator, item) in self.chosen:
            self.withdraw(annotator, item)
        self.chosen[annotator, item] = label
        self.counts[item, label] += 1
        self.leads[item] = max(self.leads[item], self.counts[item, label])

    def withdraw(self, annotator, item):
        label = self.chosen.pop((annotator, item))
        if self.counts[item, label] == self.leads[item]:
            self.leads[item] -= 1
        self.counts[item, label] -= 1

    def lead(self, item):
        return self.leads[item]
