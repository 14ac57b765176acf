# caught by: Two stretches in a row add up to the one of both
# The rounds are found by dividing floats, which are not exact for the longest stretches with large sums.
from itertools import accumulate


def ring_sums(values, stretches):
    before, n = [0, *accumulate(values)], len(values)

    def first(count):
        return int(count / n) * before[-1] / 1 + before[count % n]

    return [int(first(start + length) - first(start)) for start, length in stretches]
