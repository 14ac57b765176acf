"""The specification in NumPy's integers, which wrap by themselves; jumps by the closed form of a geometric series."""

import numpy as np

from sharpen import checks

A = 6364136223846793005
SIZE = 2**64


class PCG32:
    def __init__(self, seed, stream):
        self.c = np.uint64((2 * stream + 1) % SIZE)
        self.s = np.uint64(0)
        self._step()
        with np.errstate(over="ignore"):
            self.s = self.s + np.uint64(seed)
        self._step()

    def _step(self):
        with np.errstate(over="ignore"):
            self.s = self.s * np.uint64(A) + self.c

    def next_uint32(self):
        s = self.s
        self._step()
        word = np.uint32(((s >> np.uint64(18)) ^ s) >> np.uint64(27) & np.uint64(2**32 - 1))
        bits = f"{int(word):032b}"
        turn = int(s >> np.uint64(59))
        return int(bits[32 - turn :] + bits[: 32 - turn], 2)

    def advance(self, steps):
        power = pow(A, steps % SIZE, (A - 1) * SIZE)
        self.s = np.uint64((power * int(self.s) + (power - 1) // (A - 1) * int(self.c)) % SIZE)


same = {"PCG32": checks.exactly()}


def inputs(rng, draw):
    call = checks.call("PCG32", number(rng), number(rng)).method("next_uint32")
    for _ in range(3):
        steps = [int(rng.integers(-300, 301)), number(rng), -number(rng), number(rng) ** 3][rng.integers(4)]
        call = call.method("advance", steps).method("next_uint32").method("next_uint32")
    return call


def number(rng):
    """Of 64 bits: any, a small one, or one beside a power of two."""
    near = (1 << int(rng.integers(65))) + int(rng.integers(-2, 3))
    drawn = int(rng.integers(0, SIZE, dtype="uint64")), int(rng.integers(9)), min(max(near, 0), SIZE - 1)
    return drawn[rng.integers(3)]
