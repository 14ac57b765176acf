# caught by: Every cluster of up to four small signatures
# The exclusive or of all has a one where the number of ones is odd, which is no majority.
from functools import reduce
from operator import xor


def strays(signatures, most):
    cluster = reduce(xor, signatures)
    return cluster, [at for at, one in enumerate(signatures) if (one ^ cluster).bit_count() > most]
