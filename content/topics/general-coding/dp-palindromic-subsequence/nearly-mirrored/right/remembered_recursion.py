# Two remembered recursions, over stretches and over starts; as deep as the trace is long.
from functools import cache


def fewest_stretches(events, k):
    @cache
    def drops(start, stop):
        if stop - start < 2:
            return 0
        if events[start] == events[stop - 1]:
            return drops(start + 1, stop - 1)
        return 1 + min(drops(start + 1, stop), drops(start, stop - 1))

    @cache
    def best(start):
        if start == len(events):
            return 0, 0
        options = []
        for stop in range(start + 1, len(events) + 1):
            if drops(start, stop) <= k:
                stretches, dropped = best(stop)
                options.append((stretches + 1, dropped + drops(start, stop)))
        return min(options)

    return best(0)
