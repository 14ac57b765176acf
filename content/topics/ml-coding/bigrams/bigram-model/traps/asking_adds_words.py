# caught by: Neither asking nor another model changes a model
# A defaultdict inserts what it is asked for, and the vocabulary is measured by its keys.
from collections import Counter, defaultdict
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
        self.words = defaultdict(int)
        for word in ["</s>", "<unk>", *(word for sentence in sentences for word in sentence)]:
            self.words[word] += 1

    def count(self, previous, word):
        return self.pairs[previous, word]

    def probability(self, previous, word):
        known = self.words[word] > 0
        below = self.totals[previous] + self.alpha * len(self.words)
        if not known:
            return self.alpha / below
        return (self.count(previous, word) + self.alpha) / below

    def distribution(self, previous):
        return {word: self.probability(previous, word) for word in list(self.words)}
