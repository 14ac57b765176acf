# caught by: The example in the statement
# Running sums without a zero in front: the first value of each stretch is left out.
from itertools import accumulate


def ring_sums(values, stretches):
    upto, n = list(accumulate(values)), len(values)

    def first(count):
        return count // n * upto[-1] + upto[count % n]

    return [first(start + length) - first(start) for start, length in stretches]
