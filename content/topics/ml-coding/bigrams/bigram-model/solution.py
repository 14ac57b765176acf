from collections import Counter
from itertools import pairwise


class BigramModel:
    """Word pairs of a text, as counts and as smoothed probabilities.

    Parameters
    ----------
    sentences : list of list of str
        The words of each sentence, without start and end tokens.
    alpha : float
        What is added to every count, positive.

    Raises
    ------
    ValueError
        If `alpha` is not positive.

    Notes
    -----
    One pass over the text. Totals are summed once, so a probability takes two look-ups.
    """

    def __init__(self, sentences: list[list[str]], alpha: float = 1.0) -> None:
        if not alpha > 0:
            raise ValueError("alpha must be positive")
        self.alpha = alpha
        self.followers: dict[str, Counter[str]] = {}
        for sentence in sentences:
            for previous, word in pairwise(["<s>", *sentence, "</s>"]):
                self.followers.setdefault(previous, Counter())[word] += 1
        self.totals = {previous: counts.total() for previous, counts in self.followers.items()}
        self.vocabulary = {"</s>", "<unk>"}.union(*sentences)

    def count(self, previous: str, word: str) -> int:
        """How often `word` directly followed `previous` in training."""
        return self.followers.get(previous, Counter())[word]

    def probability(self, previous: str, word: str) -> float:
        """The smoothed probability that `word` follows `previous`."""
        total = self.totals.get(previous, 0)
        return (self.count(previous, word) + self.alpha) / (total + self.alpha * len(self.vocabulary))

    def distribution(self, previous: str) -> dict[str, float]:
        """The smoothed probability of everything that can follow `previous`."""
        return {word: self.probability(previous, word) for word in self.vocabulary}
