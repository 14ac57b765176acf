# caught by: Probabilities are smoothed over all that can come next
# Add-one smoothing is what everybody knows, so alpha is ignored in the numerator.
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
        below = self.totals[previous] + self.alpha * len(self.vocabulary)
        return (self.count(previous, word) + 1) / below

    def distribution(self, previous):
        return {word: self.probability(previous, word) for word in self.vocabulary}
