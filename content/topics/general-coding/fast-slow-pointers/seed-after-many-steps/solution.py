def seed_after(seed: int, shift: int, modulus: int, steps: int) -> int:
    """The seed after any number of steps of the generator x -> (x * x + shift) mod modulus.

    Parameters
    ----------
    seed : int
        The first seed, from 0 to modulus - 1.
    shift, modulus : int
        What is added in every step, and what the remainder is taken by.
    steps : int
        How many steps are made, 0 or more.

    Returns
    -------
    int

    Notes
    -----
    When the fast pointer meets the slow one after t steps, t is a multiple of the period, and the seed after t steps is
    one that repeats. So whole multiples of t may be left out: O(r) time for r different seeds, O(1) memory.
    """

    def follow(value: int) -> int:
        return (value * value + shift) % modulus

    slow, fast, made = follow(seed), follow(follow(seed)), 1
    while slow != fast:
        slow, fast, made = follow(slow), follow(follow(fast)), made + 1
    value = seed if steps < made else slow
    for _ in range(steps % made):
        value = follow(value)
    return value
