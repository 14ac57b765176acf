# caught by: The example in the statement
# Takes models of the same size for one.
from bisect import bisect_right


def largest_pair(encoders, decoders, budget):
    decoders, totals = sorted(set(decoders)), []
    for one in set(encoders):
        at = bisect_right(decoders, budget - one)
        if at:
            totals.append(one + decoders[at - 1])
    return (max(totals), totals.count(max(totals))) if totals else None
