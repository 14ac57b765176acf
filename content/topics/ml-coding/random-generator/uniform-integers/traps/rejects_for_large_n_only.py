# caught by: Every sequence of 8-bit words gives each integer below 11 its share
# With far more words than values the bias of the remainder looks too small to matter.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError(f"n must be from 1 to 2**{bits}, not {n}")
    limit = 2**bits // n * n if n >= 2 ** (bits / 2) else 2**bits
    integers = []
    while len(integers) < count:
        word = next(words)
        if word < limit:
            integers.append(word % n)
    return integers
