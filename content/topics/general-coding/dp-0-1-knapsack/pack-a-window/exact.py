"""Every sum of documents, by a set of pairs of their number and their tokens."""


def least_padding(lengths, window):
    choices = {(0, 0)}
    for length in lengths:
        choices |= {(count + 1, tokens + length) for count, tokens in choices if tokens + count + length <= window}
    return window - max(tokens + max(count - 1, 0) for count, tokens in choices)


def inputs(rng, draw):
    longest = int(rng.choice([1, 3, 8, 40, 400, 2000]))
    lengths = rng.integers(1, longest + 1, rng.integers(0, 11)).tolist()
    return lengths, int(rng.integers(0, min(2000, 5 * longest) + 1))
