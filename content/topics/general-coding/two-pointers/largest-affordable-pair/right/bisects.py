# Binary search for each encoder: O(n log m).
from bisect import bisect_left, bisect_right


def largest_pair(encoders, decoders, budget):
    best = None
    for one in encoders:
        stop = bisect_right(decoders, budget - one)
        if stop == 0:
            break
        total, run = one + decoders[stop - 1], stop - bisect_left(decoders, decoders[stop - 1])
        if best is None or total > best[0]:
            best = (total, run)
        elif total == best[0]:
            best = (total, best[1] + run)
    return best
