# caught by: A merge may bring back a pair that stands earlier in the list
# Applies each merge once, in order; a pair that appears later has had its turn.
from collections import Counter
from itertools import pairwise


def join(symbols, pair):
    joined = []
    for symbol in symbols:
        if joined and (joined[-1], symbol) == pair:
            joined[-1] += symbol
        else:
            joined.append(symbol)
    return joined


def train_bpe(counts, size):
    words = {word: list(word) for word in counts}
    merges = []
    while len(merges) < size:
        pairs = Counter()
        for word, symbols in words.items():
            for pair in pairwise(symbols):
                pairs[pair] += counts[word]
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = {word: join(symbols, best) for word, symbols in words.items()}
    return merges


def encode(word, merges):
    symbols = list(word)
    for pair in merges:
        symbols = join(symbols, pair)
    return symbols
