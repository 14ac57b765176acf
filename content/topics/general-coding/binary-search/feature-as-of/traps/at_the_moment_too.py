# caught by: The example in the statement
# `bisect_right` takes in what was written in the very second of the label: a leak.
from bisect import bisect_right


def as_of(times, values, moments, max_age):
    found = []
    for moment in moments:
        at = bisect_right(times, moment) - 1
        found.append(values[at] if at >= 0 and moment - times[at] <= max_age else None)
    return found
