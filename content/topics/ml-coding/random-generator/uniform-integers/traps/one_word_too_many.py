# caught by: Every value equally often, from small words
# `<=` keeps the first word past the last whole group, and it is a zero.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    limit = 2**bits // n * n
    out = []
    while len(out) < count:
        word = next(words)
        if word <= limit:
            out.append(word % n)
    return out
