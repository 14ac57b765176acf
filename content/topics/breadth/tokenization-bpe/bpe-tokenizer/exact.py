"""Symbols kept apart by a separator in one text, and merged by a regular expression."""

import re
from collections import defaultdict
from itertools import pairwise

from sharpen import checks

BAR = "\ue000"


def glued(text, pair):
    """The text in which each symbol has a bar before and after it."""
    x, y = map(re.escape, pair)
    return re.sub(f"(?<={BAR}){x}{BAR}{y}(?={BAR})", "".join(pair).replace("\\", r"\\"), text)


def symbols(text):
    return [symbol for symbol in text.split(BAR) if symbol]


def barred(word):
    return BAR + "".join(letter + BAR for letter in word)


def train_bpe(counts, size):
    texts, merges = {word: barred(word) for word in counts}, []
    while len(merges) < size:
        tally = defaultdict(int)
        for word, text in texts.items():
            row = symbols(text)
            for left, right in pairwise(row):
                tally[left, right] += counts[word]
        ordered = sorted(tally, key=lambda pair: (tally[pair], [-ord(c) for c in pair[0]]), reverse=True)
        if not ordered:
            break
        top = [pair for pair in ordered if tally[pair] == tally[ordered[0]]]
        merges.append(sorted(top)[0])
        texts = {word: glued(text, merges[-1]) for word, text in texts.items()}
    return merges


def encode(word, merges):
    text = barred(word)
    again = True
    while again:
        again = False
        for pair in merges:
            after = glued(text, pair)
            if after != text:
                text, again = after, True
                break
    return symbols(text)


def inputs(rng, draw):
    letters = list("abcAé .|+"[: int(rng.integers(1, 10))])
    lengths = rng.integers(0, 9, draw.length("counts", 8))
    words = ["".join(rng.choice(letters, n).tolist()) for n in lengths]
    counts = {word: int(rng.choice([1, 2, 3, 10**12])) for word in words}
    size = int(rng.integers(0, 12))
    if rng.random() < 0.4:
        return checks.call("train_bpe", counts, size)
    merges = list(dict.fromkeys(train_bpe(counts, size)))
    if rng.random() < 0.7:
        rng.shuffle(merges)
        merges = [tuple(map(str, pair)) for pair in merges]
    return checks.call("encode", "".join(rng.choice(letters, int(rng.integers(0, 14))).tolist()), merges)


same = {"train_bpe": checks.exactly(), "encode": checks.exactly()}
