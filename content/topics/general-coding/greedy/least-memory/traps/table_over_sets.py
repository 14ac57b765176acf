# caught by: No less than one job needs by itself, no more than any order
# Remembers the need of each set of jobs that are left: right, and exponential.
from functools import cache


def least_memory(jobs, held):
    @cache
    def need(left, now):
        found = None if left else now
        for at, (peak, change) in enumerate(left):
            rest = max(now + peak, need(left[:at] + left[at + 1 :], now + change))
            found = rest if found is None else min(found, rest)
        return found

    return max(held, need(tuple(jobs), held))
