# caught by: Two words per integer are enough
# Rejects behind a mask of one bit too many, so that more than half of the words are lost.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    limit = 2**bits - 2**bits % n
    out = []
    while len(out) < count:
        w = next(words)
        v = w & ((1 << n.bit_length() + 1) - 1)
        if v < n:
            out.append(v)
    return out
