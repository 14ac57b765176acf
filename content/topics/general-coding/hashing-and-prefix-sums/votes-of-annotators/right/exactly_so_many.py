# For each item the number of labels with exactly so many votes, in a list by count.
class Votes:
    def __init__(self):
        self.items = {}

    def vote(self, annotator, item, label):
        chosen, counts, exactly = self.items.setdefault(item, ({}, {}, [0, 0]))
        if annotator in chosen:
            self.withdraw(annotator, item)
        chosen[annotator] = label
        count = counts[label] = counts.get(label, 0) + 1
        if count == len(exactly):
            exactly.append(0)
        exactly[count] += 1
        exactly[count - 1] -= 1

    def withdraw(self, annotator, item):
        chosen, counts, exactly = self.items[item]
        label = chosen.pop(annotator)
        exactly[counts[label]] -= 1
        counts[label] -= 1
        exactly[counts[label]] += 1
        while len(exactly) > 1 and exactly[-1] <= 0:
            exactly.pop()

    def lead(self, item):
        if item not in self.items:
            return 0
        exactly = self.items[item][2]
        while len(exactly) > 1 and exactly[-1] <= 0:
            exactly.pop()
        return len(exactly) - 1
