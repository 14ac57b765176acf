# caught by: Every number fits in 32 bits
# In C the left shift of a uint32_t wraps by itself; in Python the word grows past 32 bits.
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
        return word >> r | word << (-r & 31)

    def advance(self, steps):
        a, c = 6364136223846793005, self.inc
        steps &= M
        while steps:
            if steps & 1:
                self.state = (self.state * a + c) & M
            c = (a + 1) * c & M
            a = a * a & M
            steps >>= 1
