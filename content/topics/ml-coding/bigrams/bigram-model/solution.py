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
    One pass over the text. Pairs, and how often each word begins one, are counted once, so a
    probability takes two look-ups. Looking up what a Counter does not have inserts nothing.
    """

    def __init__(self, sentences: list[list[str]], alpha: float = 1.0) -> None:
        if not alpha > 0:
            raise ValueError("alpha must be positive")
        self.alpha = alpha
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.totals: Counter[str] = Counter()
        for sentence in sentences:
            tokens = ["<s>", *sentence, "</s>"]
            self.pairs.update(pairwise(tokens))
            self.totals.update(tokens[:-1])
        self.vocabulary = {"</s>", "<unk>"}.union(*sentences)

    def count(self, previous: str, word: str) -> int:
        """How often `word` directly followed `previous` in training."""
        return self.pairs[previous, word]

    def probability(self, previous: str, word: str) -> float:
        """The smoothed probability that `word` follows `previous`."""
        smoothed = self.pairs[previous, word] + self.alpha
        return smoothed / (self.totals[previous] + self.alpha * len(self.vocabulary))

    def distribution(self, previous: str) -> dict[str, float]:
        """The smoothed probability of everything that can follow `previous`."""
        return {word: self.probability(previous, word) for word in self.vocabulary}
