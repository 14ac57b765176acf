# caught by: Random clusters
# Takes the document that is nearest to all others, by comparing every two.
def strays(signatures, most):
    cluster = min(signatures, key=lambda one: sum((one ^ other).bit_count() for other in signatures))
    return cluster, [at for at, one in enumerate(signatures) if (one ^ cluster).bit_count() > most]
