# caught by: Every stretch of up to thirteen values of small rings
# The end is passed at most once: right for stretches shorter than the ring.
from itertools import accumulate


def ring_sums(values, stretches):
    before, n = [0, *accumulate(values)], len(values)
    sums = []
    for start, length in stretches:
        stop = start + length
        sums.append(before[stop] - before[start] if stop <= n else before[n] - before[start] + before[(stop - n) % n])
    return sums
