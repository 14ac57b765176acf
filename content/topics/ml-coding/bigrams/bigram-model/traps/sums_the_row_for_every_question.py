# caught by: Asking takes constant time, however large the vocabulary
# Right, and the distribution adds up once; but a single probability still adds up all that follows a word.
from collections import Counter, defaultdict
from itertools import pairwise


class BigramModel:
    def __init__(self, sentences, alpha=1.0):
        if not alpha > 0:
            raise ValueError("alpha must be positive")
        self.alpha = alpha
        self.after = defaultdict(Counter)
        for sentence in sentences:
            for previous, word in pairwise(["<s>", *sentence, "</s>"]):
                self.after[previous][word] += 1
        self.vocabulary = {word for sentence in sentences for word in sentence} | {"</s>", "<unk>"}

    def count(self, previous, word):
        return self.after.get(previous, {}).get(word, 0)

    def below(self, previous):
        return sum(self.after.get(previous, {}).values()) + self.alpha * len(self.vocabulary)

    def probability(self, previous, word):
        return (self.count(previous, word) + self.alpha) / self.below(previous)

    def distribution(self, previous):
        below = self.below(previous)
        return {word: (self.count(previous, word) + self.alpha) / below for word in self.vocabulary}
