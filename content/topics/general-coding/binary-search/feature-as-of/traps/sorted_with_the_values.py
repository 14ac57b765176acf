# caught by: Random writes and moments
# Sorts pairs of time and value, so that of one second the largest value counts.
from bisect import bisect_left


def as_of(times, values, moments, max_age):
    try:
        pairs = sorted(zip(times, values))
    except TypeError:
        pairs = list(zip(times, values))
    keys = [t for t, _ in pairs]
    out = []
    for m in moments:
        i = bisect_left(keys, m) - 1
        out.append(pairs[i][1] if i >= 0 and m - keys[i] <= max_age else None)
    return out
