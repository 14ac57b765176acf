"""The votes as a list of what happened, replayed for every look at an item."""

from sharpen import checks


class Votes:
    def __init__(self):
        self.happened = []

    def now(self):
        votes = {}
        for who, item, label in self.happened:
            votes.pop((who, item), None)
            if label != "withdrawn":
                votes[who, item] = label
        return votes

    def vote(self, annotator, item, label):
        self.happened.append((annotator, item, label))

    def withdraw(self, annotator, item):
        if (annotator, item) not in self.now():
            raise KeyError
        self.happened.append((annotator, item, "withdrawn"))

    def lead(self, item):
        labels = sorted(str(label) for (_, on), label in self.now().items() if on == item)
        return max((labels.count(label) for label in labels), default=0)


def inputs(rng, draw):
    call, cast = checks.call("Votes"), set()
    few = int(rng.integers(1, 4))
    for _ in range(rng.integers(1, 40)):
        who, item = int(rng.integers(few + 1)), int(rng.integers(few))
        if (who, item) in cast and rng.random() < 0.4:
            cast.discard((who, item))
            call = call.method("withdraw", who, item)
        else:
            cast.add((who, item))
            call = call.method("vote", who, item, int(rng.integers(few)))
        call = call.method("lead", int(rng.integers(few)))
    return call
