# caught by: Every cluster of up to four small signatures
# Half of the votes is enough for a one.
def strays(signatures, most):
    cluster = 0
    for place in range(64):
        if 2 * sum(one >> place & 1 for one in signatures) >= len(signatures):
            cluster |= 1 << place
    return cluster, [at for at, one in enumerate(signatures) if (one ^ cluster).bit_count() > most]
