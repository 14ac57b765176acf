# caught by: 50,000 writes in three seconds, all new enough
# Finds the second by bisection, then goes through all values of that second.
from bisect import bisect_left


def as_of(times, values, moments, max_age):
    out = []
    for m in moments:
        i = bisect_left(times, m) - 1
        if i < 0 or m - times[i] > max_age:
            out.append(None)
            continue
        j = bisect_left(times, times[i])
        while j + 1 < len(times) and times[j + 1] == times[i]:
            j += 1
        out.append(values[j])
    return out
