# caught by: Every value equally often, from small words
# "A large word is good for two": the quotient is below a multiple of n by chance only, so its remainder is biased.
def uniform_integers(n, count, words, bits=32):
    if not 1 <= n <= 2**bits:
        raise ValueError("n must be from 1 to 2**bits")
    limit = 2**bits // n * n
    integers = []
    while len(integers) < count:
        word = next(words)
        if word < limit:
            integers.append(word % n)
            if n * n <= 2**bits:
                integers.append(word // n % n)
    return integers[:count]
