# caught by: Pairs are counted, start and end included, within sentences only
# Counts that go into a quotient are kept as floats, where the statement promises integers.
from collections import Counter, defaultdict


class BigramModel:
    def __init__(self, sentences, alpha=1.0):
        if not alpha > 0:
            raise ValueError("alpha")
        self.alpha = alpha
        self.pairs = defaultdict(Counter)
        vocab = {"</s>", "<unk>"}
        for s in sentences:
            vocab.update(s)
            prev = "<s>"
            for word in [*s, "</s>"]:
                self.pairs[prev][word] += 1
                prev = word
        self.totals = {p: sum(c.values()) for p, c in self.pairs.items()}
        self.vocab = vocab

    def count(self, previous, word):
        c = self.pairs.get(previous)
        return float(c[word]) if c else 0.0

    def probability(self, previous, word):
        return (self.count(previous, word) + self.alpha) / (self.totals.get(previous, 0) + self.alpha * len(self.vocab))

    def distribution(self, previous):
        return {w: self.probability(previous, w) for w in self.vocab}
