# caught by: A jump of any length is one quick call
# Recursion over the bits is short enough for 64 of them, but not for the 2,000 of a number with 600 digits.
M = 6364136223846793005
MASK64 = 2**64 - 1
MASK32 = 2**32 - 1


class PCG32:
    def __init__(self, seed, stream):
        self.inc = (2 * stream + 1) & MASK64
        self.state = 0
        self._step()
        self.state = (self.state + seed) & MASK64
        self._step()

    def _step(self):
        self.state = (self.state * M + self.inc) & MASK64

    def next_uint32(self):
        s = self.state
        self._step()
        x = (((s >> 18) ^ s) >> 27) & MASK32
        r = s >> 59
        return ((x >> r) | (x << (32 - r))) & MASK32

    def advance(self, steps):
        def power(k):
            if k == 0:
                return 1, 0
            m, c = power(k // 2)
            m, c = m * m & MASK64, (m * c + c) & MASK64
            if k % 2:
                m, c = m * M & MASK64, (c * M + self.inc) & MASK64
            return m, c

        m, c = power(steps if steps >= 0 else (1 << max(64, steps.bit_length() + 1)) + steps)
        self.state = (m * self.state + c) & MASK64
