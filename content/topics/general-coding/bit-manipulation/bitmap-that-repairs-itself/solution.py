def places(block: int) -> int:
    """The XOR of the places of a block's ones."""
    found = 0
    for place in range(block.bit_length()):
        if block >> place & 1:
            found ^= place
    return found


def protect(data: int, k: int) -> int:
    """The sound block of 2**k places that holds some data.

    Parameters
    ----------
    data : int
        At least 0, of 2**k - k - 1 bits; the lowest goes into the lowest data place.
    k : int
        From 2 to 12.

    Returns
    -------
    int
        The block: an even number of ones, the XOR of whose places is 0.
    """
    block = 0
    for place in range(3, 2**k):
        if place & place - 1:
            block |= (data & 1) << place
            data >>= 1
    off = places(block)
    for bit in range(k):
        block |= (off >> bit & 1) << (1 << bit)
    return block | block.bit_count() & 1


def repair(block: int) -> int | None:
    """The sound block from which a block differs in one place at most; None if it differs in two.

    Parameters
    ----------
    block : int
        A sound block, at most two of whose places were flipped.

    Returns
    -------
    int, or None

    Notes
    -----
    The extended Hamming code. A flip in place p makes the XOR of the places p and the number of ones odd; two make the
    number even and the XOR one that is not 0. O(n) for n places.
    """
    off = places(block)
    if block.bit_count() % 2 == 0:
        return None if off else block
    return block ^ 1 << off
