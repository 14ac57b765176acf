# caught by: Annotators, items and labels that are equal and are written in two ways
# Keys made by `repr`: 1, True and 1.0 are one annotator as dict keys are.
from collections import Counter


class Votes:
    def __init__(self):
        self.chosen, self.counts, self.having, self.leads = {}, Counter(), Counter(), Counter()

    def vote(self, annotator, item, label):
        if (repr(annotator), item) in self.chosen:
            self.withdraw(annotator, item)
        self.chosen[repr(annotator), item] = label
        self.counts[item, label] += 1
        count = self.counts[item, label]
        self.having[item, count] += 1
        if self.having[item, count] == 1:
            self.leads[item] += 1

    def withdraw(self, annotator, item):
        label = self.chosen.pop((repr(annotator), item))
        count = self.counts[item, label]
        self.having[item, count] -= 1
        if self.having[item, count] == 0:
            self.leads[item] -= 1
        self.counts[item, label] -= 1

    def lead(self, item):
        return self.leads[item]
