# caught by: Words are taken as they are, and a pair is no string
# Joins the two words of a pair to one key, so that ("a", "b c") and ("a b", "c") are the same.
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
                self.pairs[f"{previous} {word}"] += 1
                self.totals[previous] += 1
        self.vocabulary = sorted({word for sentence in sentences for word in sentence} | {"</s>", "<unk>"})

    def count(self, previous, word):
        return self.pairs[f"{previous} {word}"]

    def probability(self, previous, word):
        below = self.totals[previous] + self.alpha * len(self.vocabulary)
        return (self.count(previous, word) + self.alpha) / below

    def distribution(self, previous):
        below = self.totals[previous] + self.alpha * len(self.vocabulary)
        return {word: (self.count(previous, word) + self.alpha) / below for word in self.vocabulary}
