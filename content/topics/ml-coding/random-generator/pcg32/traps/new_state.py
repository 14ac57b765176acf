# caught by: The example in the statement
# The output is made from the state after the step; the reference uses the state before it.
M = 2**64 - 1


class PCG32:
    def __init__(self, seed, stream):
        self.inc = (2 * stream + 1) & M
        self.state = 0
        self.advance(1)
        self.state = (self.state + seed) & M
        self.advance(1)

    def next_uint32(self):
        self.advance(1)
        s = self.state
        word = ((s >> 18) ^ s) >> 27 & 0xFFFFFFFF
        r = s >> 59
        return (word >> r | word << (32 - r)) & 0xFFFFFFFF

    def advance(self, steps):
        a, c = 6364136223846793005, self.inc
        steps &= M
        while steps:
            if steps & 1:
                self.state = (self.state * a + c) & M
            c = (a + 1) * c & M
            a = a * a & M
            steps >>= 1
