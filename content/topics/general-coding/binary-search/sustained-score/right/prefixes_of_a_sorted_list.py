# Searches ranks from the top by `bisect`, and compares fractions of the share by cross-multiplication.
from bisect import bisect_left
from collections import deque


def sustained(scores, length, percent):
    ranked = sorted(scores, reverse=True)

    def lasts(wanted):
        recent, good, least = deque(), 0, 10**18
        for stop, score in enumerate(scores, 1):
            recent.append(100 * good - percent * (stop - 1))
            good += score >= wanted
            if stop >= length:
                least = min(least, recent.popleft())
                if 100 * good - percent * stop >= least:
                    return True
        return False

    return ranked[bisect_left(range(len(ranked)), True, key=lambda rank: lasts(ranked[rank]))]
