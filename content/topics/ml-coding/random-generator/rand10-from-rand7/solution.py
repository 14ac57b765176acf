from collections.abc import Callable


def rand10(rand7: Callable[[], int]) -> int:
    """A uniform integer from 1 to 10.

    Parameters
    ----------
    rand7 : callable
        Takes no arguments and returns independent integers, uniform on 1, ..., 7.

    Returns
    -------
    int
        1 to 10, each with probability 1/10.

    Notes
    -----
    Two rolls are two digits in base 7, uniform on 0, ..., 48. Rejecting 40 to 48 leaves four
    numbers for each result. A pair is kept with probability 40/49, so 2.45 rolls are expected.
    """
    while True:
        number = 7 * (rand7() - 1) + rand7() - 1
        if number < 40:
            return number % 10 + 1
