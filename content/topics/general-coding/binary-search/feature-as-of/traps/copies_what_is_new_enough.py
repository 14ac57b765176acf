# caught by: 50,000 writes in three seconds, all new enough
# Finds both ends by bisection, but copies all that lies between to look at the last.
from bisect import bisect_left


def as_of(times, values, moments, max_age):
    out = []
    for m in moments:
        lo = bisect_left(times, m - max_age)
        hi = bisect_left(times, m)
        window = values[lo:hi]
        out.append(window[-1] if window else None)
    return out
