# caught by: Asking takes constant time, however large the vocabulary
# Keeps the vocabulary as a sorted list, and searches it for every word that is asked about.
from collections import Counter
from itertools import pairwise


class BigramModel:
    def __init__(self, sentences, alpha=1.0):
        if not alpha > 0:
            raise ValueError("alpha must be positive")
        self.alpha = alpha
        self.pairs, self.totals = Counter(), Counter()
        for sentence in sentences:
            for previous, word in pairwise(["<s>", *sentence, "</s>"]):
                self.pairs[previous, word] += 1
                self.totals[previous] += 1
        self.vocabulary = sorted({word for sentence in sentences for word in sentence} | {"</s>", "<unk>"})

    def count(self, previous, word):
        return self.pairs[previous, word]

    def probability(self, previous, word):
        if word not in self.vocabulary:
            word = "<unk>"
        below = self.totals[previous] + self.alpha * len(self.vocabulary)
        return (self.count(previous, word) + self.alpha) / below

    def distribution(self, previous):
        below = self.totals[previous] + self.alpha * len(self.vocabulary)
        return {word: (self.count(previous, word) + self.alpha) / below for word in self.vocabulary}
