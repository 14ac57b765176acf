# caught by: 12,000 votes for 12,000 labels, taken back one by one
# Looks at all labels of the item when the leading one loses a vote.
from collections import Counter, defaultdict


class Votes:
    def __init__(self):
        self.chosen, self.counts, self.leads = {}, defaultdict(Counter), Counter()

    def vote(self, annotator, item, label):
        if (annotator, item) in self.chosen:
            self.withdraw(annotator, item)
        self.chosen[annotator, item] = label
        self.counts[item][label] += 1
        self.leads[item] = max(self.leads[item], self.counts[item][label])

    def withdraw(self, annotator, item):
        counts, label = self.counts[item], self.chosen.pop((annotator, item))
        counts[label] -= 1
        if counts[label] + 1 == self.leads[item]:
            self.leads[item] = max(counts.values())

    def lead(self, item):
        return self.leads[item]
