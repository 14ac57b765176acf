# caught by: Every sequence of 2-bit words gives each pair below 3 its share
# Two words joined make the bias smaller, not zero: 2**(2 * bits) is no multiple of n either.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    return [((next(words) << bits) + next(words)) % n for _ in range(count)]
