MULTIPLIER = 6364136223846793005
MASK64 = 2**64 - 1
MASK32 = 2**32 - 1


class PCG32:
    """The PCG32 generator (XSH-RR output, 64-bit state, selectable stream).

    Parameters
    ----------
    seed : int
        Where in the sequence to begin, in range(2**64).
    stream : int
        Which sequence to use, in range(2**64); the highest bit is lost in the increment.

    Notes
    -----
    A step is the affine map s -> a s + c modulo 2**64, so 2**k steps are one affine map too, found
    by squaring. `next_uint32` is O(1), `advance` is O(log steps) with at most 64 squarings.
    """

    def __init__(self, seed: int, stream: int) -> None:
        self.increment = (2 * stream + 1) & MASK64
        self.state = 0
        self.advance(1)
        self.state += seed
        self.advance(1)

    def next_uint32(self) -> int:
        """The next number of the sequence.

        Returns
        -------
        int
            In range(2**32).
        """
        old = self.state
        self.state = (old * MULTIPLIER + self.increment) & MASK64
        word = ((old >> 18) ^ old) >> 27 & MASK32
        turn = old >> 59
        return (word >> turn | word << (32 - turn)) & MASK32

    def advance(self, steps: int) -> None:
        """Move as far as `steps` calls of `next_uint32` would, without making them.

        Parameters
        ----------
        steps : int
            How far to go; back if negative.
        """
        multiplier, addend = MULTIPLIER, self.increment
        steps &= MASK64
        while steps:
            if steps & 1:
                self.state = (self.state * multiplier + addend) & MASK64
            addend = (multiplier + 1) * addend & MASK64
            multiplier = multiplier * multiplier & MASK64
            steps >>= 1
