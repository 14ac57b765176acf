# caught by: The example in the statement
# A search of one's own that stops at any value of the second, and goes back to the first of them.
from bisect import bisect_left


def as_of(times, values, moments, max_age):
    found = []
    for moment in moments:
        at = bisect_left(times, moment) - 1
        if at < 0 or moment - times[at] > max_age:
            found.append(None)
            continue
        found.append(values[bisect_left(times, times[at])])
    return found
