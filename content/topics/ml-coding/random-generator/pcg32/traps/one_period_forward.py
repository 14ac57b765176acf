# caught by: A jump of any length is one quick call
# Adds one period of 2**64 to a number below zero, and takes what is below zero still for no jump.
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
        if steps < 0:
            steps += 2**64
        while steps > 0:
            if steps % 2:
                self.state = (self.state * a + c) & M
            c = (a + 1) * c & M
            a = a * a & M
            steps //= 2
