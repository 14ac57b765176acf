# caught by: Values of any hashable kind
# Asks whether the earlier label is true: a vote for 0, None or the empty text is never replaced.
from collections import Counter


class Votes:
    def __init__(self):
        self.chosen, self.counts, self.having, self.leads = {}, Counter(), Counter(), Counter()

    def vote(self, annotator, item, label):
        if self.chosen.get((annotator, item)):
            self.withdraw(annotator, item)
        self.chosen[annotator, item] = label
        self.counts[item, label] += 1
        self.having[item, self.counts[item, label]] += 1
        self.leads[item] += self.having[item, self.counts[item, label]] == 1

    def withdraw(self, annotator, item):
        label = self.chosen.pop((annotator, item))
        self.having[item, self.counts[item, label]] -= 1
        self.leads[item] -= self.having[item, self.counts[item, label]] == 0
        self.counts[item, label] -= 1

    def lead(self, item):
        return self.leads[item]
