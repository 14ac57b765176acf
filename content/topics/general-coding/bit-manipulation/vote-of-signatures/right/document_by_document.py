# Sixty-four counts, raised document by document, going from one to the next one of each.
def strays(signatures, most):
    counts = [0] * 64
    for one in signatures:
        while one:
            counts[(one & -one).bit_length() - 1] += 1
            one &= one - 1
    cluster = 0
    for count in reversed(counts):
        cluster = cluster << 1 | (count > len(signatures) / 2)
    far = []
    for at, one in enumerate(signatures):
        if bin(one ^ cluster).count("1") > most:
            far.append(at)
    return [cluster, far]
