# caught by: Overlapping places count, ties go to the smallest pair
# Forgets how often each word came.
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
                pairs[pair] += 1
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = {word: join(symbols, best) for word, symbols in words.items()}
    return merges


def encode(word, merges):
    rank = {pair: place for place, pair in enumerate(merges)}
    symbols = list(word)
    while known := [pair for pair in pairwise(symbols) if pair in rank]:
        symbols = join(symbols, min(known, key=rank.get))
    return symbols
