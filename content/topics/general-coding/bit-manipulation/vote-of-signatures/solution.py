from collections.abc import Sequence


def strays(signatures: Sequence[int], most: int) -> tuple[int, list[int]]:
    """The signature that most of a cluster's documents vote for, and the documents too far from it.

    Parameters
    ----------
    signatures : list of int
        Of 64 bits each, at least one.
    most : int
        In how many places a document may differ from the cluster.

    Returns
    -------
    tuple of int and list of int
        The cluster's signature, with a one where more than half have a one; the indices of the strays.

    Notes
    -----
    Each place is voted on by itself; the places in which two numbers differ are the ones of their exclusive or.
    64 operations for each document: O(n).
    """
    cluster = 0
    for place in range(64):
        ones = sum(signature >> place & 1 for signature in signatures)
        if 2 * ones > len(signatures):
            cluster |= 1 << place
    return cluster, [at for at, signature in enumerate(signatures) if (signature ^ cluster).bit_count() > most]
