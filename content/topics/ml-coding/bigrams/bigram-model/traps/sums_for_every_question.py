# caught by: Asking takes constant time, however large the vocabulary
# Right, but adds up all pairs for every single probability.
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
        self.vocabulary = {word for sentence in sentences for word in sentence} | {"</s>", "<unk>"}

    def count(self, previous, word):
        return self.pairs[previous, word]

    def probability(self, previous, word):
        total = sum(count for (first, _), count in self.pairs.items() if first == previous)
        below = total + self.alpha * len(self.vocabulary)
        return (self.count(previous, word) + self.alpha) / below

    def distribution(self, previous):
        return {word: self.probability(previous, word) for word in self.vocabulary}
