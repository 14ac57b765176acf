"""The signature of the smallest total distance, zeros at ties, place by place; distances by decimal digits of two."""


def bits(number):
    found = []
    for _ in range(64):
        number, bit = divmod(number, 2)
        found.append(bit)
    return found


def strays(signatures, most):
    rows = [bits(signature) for signature in signatures]
    voted = [min((0, 1), key=lambda bit: sum(row[place] != bit for row in rows)) for place in range(64)]
    distances = [sum(a != b for a, b in zip(row, voted, strict=True)) for row in rows]
    return sum(bit * 2**place for place, bit in enumerate(voted)), [i for i, far in enumerate(distances) if far > most]


def inputs(rng, draw):
    count = int(rng.integers(1, 9))
    ends = [0, 1, 2**63, 2**64 - 1, 2**32, 2**32 - 1]
    plain = [int(number) for number in rng.integers(0, 2**64, count, dtype="uint64")]
    drawn = [plain, [number % 16 for number in plain], [ends[number % 6] for number in plain]][rng.integers(3)]
    return drawn, int(rng.choice([0, 1, 2, 30, 31, 32, 33, 63, 64]))
