"""Parities for each guard, counted in lists of bits; repair by trying all flips, fewest first."""

from itertools import combinations

from sharpen import checks


def bits(number, n):
    return [number >> place & 1 for place in range(n)]


def sound(row):
    if sum(row) % 2:
        return False
    return all(sum(row[p] for p in range(len(row)) if p & guard) % 2 == 0 for guard in powers(len(row)))


def powers(n):
    return [2**i for i in range(n.bit_length() - 1)]


def protect(data, k):
    n = 2**k
    row, rest = [0] * n, bits(data, n)
    for place in range(n):
        if place not in (0, *powers(n)):
            row[place] = rest.pop(0)
    for guard in powers(n):
        row[guard] = sum(row[p] for p in range(n) if p & guard) % 2
    row[0] = sum(row) % 2
    return sum(bit << place for place, bit in enumerate(row))


def repair(block):
    n = 4
    while block >= 2**n:
        n *= 2
    row = bits(block, n)
    for flips in range(2):
        for places in combinations(range(n), flips):
            tried = [bit ^ (place in places) for place, bit in enumerate(row)]
            if sound(tried):
                return sum(bit << place for place, bit in enumerate(tried))
    return None


def inputs(rng, draw):
    k = int(rng.integers(2, 6))
    data = int(rng.integers(0, 2 ** (2**k - k - 1)))
    if rng.random() < 0.4:
        return checks.call("protect", data, k)
    block = protect(data, k)
    for place in rng.permutation(2**k)[: rng.integers(0, 3)].tolist():
        block ^= 1 << place
    return checks.call("repair", block)
