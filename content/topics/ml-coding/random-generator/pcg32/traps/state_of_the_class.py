# caught by: A generator shares nothing with others, of the same seed or another
# Sets the state on the class, as module-level generators do, so that all objects continue one sequence.
M = 2**64 - 1


class PCG32:
    def __init__(self, seed, stream):
        self.inc = (2 * stream + 1) & M
        PCG32.state = 0
        self.advance(1)
        PCG32.state = (PCG32.state + seed) & M
        self.advance(1)

    def next_uint32(self):
        s = PCG32.state
        self.advance(1)
        word = ((s >> 18) ^ s) >> 27 & 0xFFFFFFFF
        r = s >> 59
        return (word >> r | word << (-r & 31)) & 0xFFFFFFFF

    def advance(self, steps):
        a, c = 6364136223846793005, self.inc
        steps &= M
        while steps:
            if steps & 1:
                PCG32.state = (PCG32.state * a + c) & M
            c = (a + 1) * c & M
            a = a * a & M
            steps >>= 1
