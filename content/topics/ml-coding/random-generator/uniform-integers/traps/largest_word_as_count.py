# caught by: Powers of two, up to every word
# There are 2**bits words, not 2**bits - 1: for n = 2**bits nothing is ever kept.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    limit = (2**bits - 1) // n * n
    out = []
    while len(out) < count:
        word = next(words)
        if word < limit:
            out.append(word % n)
    return out
