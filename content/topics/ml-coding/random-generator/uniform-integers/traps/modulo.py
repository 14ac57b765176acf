# caught by: Every value equally often, from small words
# The remainder alone: low values own one word more than high ones.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n")
    return [next(words) % n for _ in range(count)]
