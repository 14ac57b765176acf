from collections import Counter
from itertools import pairwise


def train_bpe(counts: dict[str, int], size: int) -> list[tuple[str, str]]:
    """Learn the merges of byte pair encoding, on characters.

    Parameters
    ----------
    counts : dict of str to int
        How often each word came.
    size : int
        The most merges to learn.

    Returns
    -------
    list of pairs of str
        The merges in order; fewer than `size` when no pair is left.

    Notes
    -----
    Counts all pairs anew at each step: O(size * letters of the different words).
    """
    words = {word: list(word) for word in counts}
    merges: list[tuple[str, str]] = []
    while len(merges) < size:
        pairs: Counter[tuple[str, str]] = Counter()
        for word, symbols in words.items():
            for pair in pairwise(symbols):
                pairs[pair] += counts[word]
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = {word: join(symbols, best) for word, symbols in words.items()}
    return merges


def encode(word: str, merges: list[tuple[str, str]]) -> list[str]:
    """Cut a word into tokens.

    Parameters
    ----------
    word : str
    merges : list of pairs of str
        Of the pairs that stand in the word, the first in this list is merged next.

    Returns
    -------
    list of str
        The tokens; joined they are the word.

    Notes
    -----
    A dict from pair to rank; each of at most n - 1 rounds looks at all neighbors, O(len(merges) + n**2).
    """
    rank = {tuple(pair): place for place, pair in enumerate(merges)}
    symbols = list(word)
    while known := [pair for pair in pairwise(symbols) if pair in rank]:
        symbols = join(symbols, min(known, key=rank.__getitem__))
    return symbols


def join(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    """The symbols with each place of the pair merged, from left to right."""
    joined: list[str] = []
    for symbol in symbols:
        if joined and (joined[-1], symbol) == pair:
            joined[-1] += symbol
        else:
            joined.append(symbol)
    return joined
