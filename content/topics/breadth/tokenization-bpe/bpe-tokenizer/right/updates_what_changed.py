# Keeps counts from step to step and changes those of the words that hold the pair; gives lists of pairs.
def merged(symbols, left, right):
    out, i = [], 0
    while i < len(symbols):
        if i + 1 < len(symbols) and symbols[i] == left and symbols[i + 1] == right:
            out.append(left + right)
            i += 2
        else:
            out.append(symbols[i])
            i += 1
    return out


def train_bpe(counts, size):
    words = [(list(word), n) for word, n in counts.items()]
    tally, holders = {}, {}

    def add(number, symbols, n):
        for i in range(len(symbols) - 1):
            pair = symbols[i], symbols[i + 1]
            tally[pair] = tally.get(pair, 0) + n
            holders.setdefault(pair, set()).add(number)

    for number, (symbols, n) in enumerate(words):
        add(number, symbols, n)
    merges = []
    while len(merges) < size:
        left = [(-n, pair) for pair, n in tally.items() if n]
        if not left:
            break
        pair = min(left)[1]
        merges.append(list(pair))
        for number in list(holders[pair]):
            symbols, n = words[number]
            add(number, symbols, -n)
            words[number] = merged(symbols, *pair), n
            add(number, words[number][0], n)
    return merges


def encode(word, merges):
    ranks = {(a, b): i for i, (a, b) in enumerate(merges)}
    symbols = list(word)
    while len(symbols) > 1:
        best = min(((ranks.get((a, b), len(ranks)), a, b) for a, b in zip(symbols, symbols[1:], strict=False)))
        if best[0] == len(ranks):
            break
        symbols = merged(symbols, best[1], best[2])
    return symbols
