# Top down, size by size, one micro-batch more or the next size; Python is told that it may go deeper.
import sys


def plans(sizes, batch, devices):
    sys.setrecursionlimit(10_000)
    known = {}

    def count(place, rest, remainder):
        if rest == 0:
            return int(remainder == 0)
        if place == len(sizes):
            return 0
        key = place, rest, remainder
        if key not in known:
            known[key] = count(place + 1, rest, remainder)
            if rest >= sizes[place]:
                known[key] += count(place, rest - sizes[place], (remainder + 1) % devices)
        return known[key]

    return count(0, batch, 0)
