# caught by: Overlapping places count, ties go to the smallest pair
# Keeps symbols apart by spaces and replaces text: `xa b` has the symbols a and b in it no more, but their letters.
from collections import Counter
from itertools import pairwise


def join(symbols, pair):
    return "\0".join(symbols).replace("\0".join(pair), "".join(pair)).split("\0")


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
    rank = {pair: place for place, pair in enumerate(merges)}
    symbols = list(word)
    while known := [pair for pair in pairwise(symbols) if pair in rank]:
        symbols = join(symbols, min(known, key=rank.get))
    return symbols
