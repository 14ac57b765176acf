# caught by: The example in the statement
# The lead is kept as the largest count that ever was; nothing makes it fall.
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
        self.counts[item, self.chosen.pop((annotator, item))] -= 1

    def lead(self, item):
        return self.leads[item]
