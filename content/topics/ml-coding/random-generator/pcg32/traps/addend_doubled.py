# caught by: A short jump is that many calls
# While squaring, the addend is doubled as c * 2 instead of (a + 1) * c.
M = 2**64 - 1


class PCG32:
    def __init__(self, seed, stream):
        self.inc = (2 * stream + 1) & M
        self.state = 0
        self.advance(1)
        self.state = (self.state + seed) & M
        self.advance(1)

    def next_uint32(self):
        s = self.state
        self.advance(1)
        word = ((s >> 18) ^ s) >> 27 & 0xFFFFFFFF
        r = s >> 59
        return (word >> r | word << (-r & 31)) & 0xFFFFFFFF

    def advance(self, steps):
        a, c = 6364136223846793005, self.inc
        steps &= M
        while steps:
            if steps & 1:
                self.state = (self.state * a + c) & M
            c = 2 * c & M
            a = a * a & M
            steps >>= 1
