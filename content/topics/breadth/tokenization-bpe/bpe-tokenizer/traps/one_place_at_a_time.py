# caught by: Every word of up to seven letters a and b, by six lists of merges
# Merges one place and looks again, as fast tokenizers do: with merges that training gave it is the same.
def train_bpe(counts, size):
    words = {word: tuple(word) for word in counts}
    merges = []
    for _ in range(size):
        tally = {}
        for word, symbols in words.items():
            for pair in zip(symbols, symbols[1:]):  # noqa: B905
                tally[pair] = tally.get(pair, 0) + counts[word]
        if not tally:
            return merges
        best = sorted(tally.items(), key=lambda item: (-item[1], item[0]))[0][0]
        merges.append(best)
        for word, symbols in words.items():
            words[word] = whole(symbols, best)
    return merges


def whole(symbols, pair):
    i = 0
    symbols = list(symbols)
    while i < len(symbols) - 1:
        if (symbols[i], symbols[i + 1]) == pair:
            symbols[i : i + 2] = ["".join(pair)]
        i += 1
    return symbols


def encode(word, merges):
    rank = {}
    for place, pair in enumerate(merges):
        rank[pair] = place
    symbols = list(word)
    while True:
        places = [
            (rank[symbols[i], symbols[i + 1]], i)
            for i in range(len(symbols) - 1)
            if (symbols[i], symbols[i + 1]) in rank
        ]
        if not places:
            return symbols
        i = min(places)[1]
        symbols[i : i + 2] = [symbols[i] + symbols[i + 1]]
