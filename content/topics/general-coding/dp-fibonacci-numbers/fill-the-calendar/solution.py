from collections.abc import Sequence


def count_calendars(kinds: Sequence[int], slots: int, modulus: int) -> int:
    """How many calendars fill a number of slots, without two short jobs in a row, modulo a number.

    Parameters
    ----------
    kinds : list of int
        How many kinds of jobs last one slot, two slots, and so on.
    slots : int
        How many slots are filled, none of them idle.
    modulus : int
        What the number is taken modulo, at least 1.

    Returns
    -------
    int
        The number of calendars, from 0 to modulus - 1.

    Notes
    -----
    The state holds the counts of all calendars for the last slots, and of those for the newest that do not end with a
    job of one slot. One slot more is a fixed matrix, and its power is found by squaring: O(k**3 * log(slots)) for
    k = len(kinds).
    """
    short, *longer = kinds or [0]
    size = len(longer) + 2
    # The state is [all(n), all(n - 1), ..., longer(n)]; `step` leads to that of n + 1.
    step = [[0] * size for _ in range(size)]
    step[-1][1 : size - 1] = longer
    step[0][1 : size - 1] = longer
    step[0][-1] = short
    for place in range(1, size - 1):
        step[place][place - 1] = 1
    state = [1] + [0] * (size - 2) + [1]
    while slots:
        if slots & 1:
            state = [sum(map(int.__mul__, row, state)) % modulus for row in step]
        columns = list(zip(*step, strict=True))
        step = [[sum(map(int.__mul__, row, column)) % modulus for column in columns] for row in step]
        slots >>= 1
    return state[0] % modulus
