# caught by: Asking takes constant time, however large the vocabulary
# Right, but adds up what follows a word for every single probability.
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

    def probability(self, previous, word):
        total = sum(self.after.get(previous, {}).values())
        return (self.count(previous, word) + self.alpha) / (total + self.alpha * len(self.vocabulary))

    def distribution(self, previous):
        return {word: self.probability(previous, word) for word in self.vocabulary}
