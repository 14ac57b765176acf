# caught by: Values of any kind, no writes, no moments, an age of a billion
# A mark for "no value" that is a value: -1 may have been written.
from bisect import bisect_left


def as_of(times, values, moments, max_age):
    newest = dict(zip(times, values))
    seconds = list(newest)
    found = []
    for moment in moments:
        at = bisect_left(seconds, moment) - 1
        value = newest[seconds[at]] if at >= 0 and moment - seconds[at] <= max_age else -1
        found.append(None if value == -1 else value)
    return found
