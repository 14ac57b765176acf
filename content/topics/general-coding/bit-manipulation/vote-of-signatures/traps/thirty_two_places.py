# caught by: Random clusters
# Votes in 32 places and forgets the upper half.
def strays(signatures, most):
    cluster = sum(
        1 << place for place in range(32) if 2 * sum(one >> place & 1 for one in signatures) > len(signatures)
    )
    return cluster, [at for at, one in enumerate(signatures) if (one ^ cluster).bit_count() > most]
