from collections.abc import Iterator


def uniform_integers(n: int, count: int, words: Iterator[int], bits: int = 32) -> list[int]:
    """Uniform integers below n from uniform words, without bias.

    Parameters
    ----------
    n : int
        The integers are uniform on 0, ..., n - 1.
    count : int
        How many integers to draw.
    words : iterator of int
        Independent words, uniform on 0, ..., 2**bits - 1.
    bits : int
        Bits in a word.

    Returns
    -------
    list of int
        `count` independent integers.

    Raises
    ------
    ValueError
        Unless 1 <= n <= 2**bits.

    Notes
    -----
    Rejection: of the words below the largest multiple of n, each remainder has equally many. More
    than half of the words are below it, so fewer than two are needed per integer. O(count) expected.
    """
    if not 1 <= n <= 2**bits:
        raise ValueError(f"n must be from 1 to 2**{bits}, not {n}")
    limit = 2**bits // n * n
    integers: list[int] = []
    while len(integers) < count:
        word = next(words)
        if word < limit:
            integers.append(word % n)
    return integers
