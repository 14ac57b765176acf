# caught by: Neighbors are independent
# A rejected word is answered with the last value again: each value alone is uniform, neighbors are not.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    limit = 2**bits // n * n
    out = []
    while len(out) < count:
        word = next(words)
        if word < limit:
            out.append(word % n)
        elif out:
            out.append(out[-1])
    return out
