# caught by: Every cluster of up to four small signatures
# Takes the most frequent signature for the one of the cluster.
from collections import Counter


def strays(signatures, most):
    cluster = Counter(signatures).most_common(1)[0][0]
    return cluster, [at for at, one in enumerate(signatures) if (one ^ cluster).bit_count() > most]
