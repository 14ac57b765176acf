# caught by: Every order of up to four writes in four seconds
# Where nothing was written before, index -1 is the newest value of all, and its negative age is small enough.
from bisect import bisect_left


def as_of(times, values, moments, max_age):
    found = []
    for moment in moments:
        at = bisect_left(times, moment) - 1
        found.append(values[at] if times and moment - times[at] <= max_age else None)
    return found
