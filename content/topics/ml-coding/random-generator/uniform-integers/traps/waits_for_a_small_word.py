# caught by: Two words per integer are enough
# Unbiased, but it keeps only words that are below n themselves: 6 in 2**32.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    out = []
    while len(out) < count:
        word = next(words)
        if word < n:
            out.append(word)
    return out
