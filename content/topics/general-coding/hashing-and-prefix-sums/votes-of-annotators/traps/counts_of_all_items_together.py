# caught by: 8,000 items with a vote each
# Keeps the votes for pairs of an item and a label in one dict, and goes through all of it for the labels of one item.
class Votes:
    def __init__(self):
        self.votes, self.counts = {}, {}

    def vote(self, annotator, item, label):
        if (annotator, item) in self.votes:
            self.withdraw(annotator, item)
        self.votes[annotator, item] = label
        self.counts[item, label] = self.counts.get((item, label), 0) + 1

    def withdraw(self, annotator, item):
        label = self.votes.pop((annotator, item))
        self.counts[item, label] -= 1

    def lead(self, item):
        return max((count for (other, _), count in self.counts.items() if other == item), default=0)
