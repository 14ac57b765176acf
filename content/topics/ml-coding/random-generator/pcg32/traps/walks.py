# caught by: A jump of any length is one quick call
# Jumping as a loop over steps: right for short jumps, hopeless for long ones.
M = 2**64 - 1


class PCG32:
    def __init__(self, seed, stream):
        self.inc = (2 * stream + 1) & M
        self.state = 0
        self.next_uint32()
        self.state = (self.state + seed) & M
        self.next_uint32()

    def next_uint32(self):
        s = self.state
        self.state = (s * 6364136223846793005 + self.inc) & M
        word = ((s >> 18) ^ s) >> 27 & 0xFFFFFFFF
        r = s >> 59
        return (word >> r | word << (-r & 31)) & 0xFFFFFFFF

    def advance(self, steps):
        if steps < 0:
            inverse = pow(6364136223846793005, -1, 2**64)
            for _ in range(-steps):
                self.state = (self.state - self.inc) * inverse & M
        for _ in range(steps):
            self.next_uint32()
