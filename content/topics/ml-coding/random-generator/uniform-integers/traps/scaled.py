# caught by: Every value equally often, from small words
# Scaling to [0, 1) and multiplying by n has the same bias, spread over the range.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    return [int(next(words) / 2**bits * n) for _ in range(count)]
