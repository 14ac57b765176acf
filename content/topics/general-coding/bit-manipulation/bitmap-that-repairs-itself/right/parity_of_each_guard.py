# The classic description: each guard makes the number of ones even among the places that have its bit.
def protect(data, k):
    row = [0] * 2**k
    guards = [1 << bit for bit in range(k)]
    bits = iter(f"{data:0{2**k}b}"[::-1])
    for place in range(len(row)):
        if place != 0 and place not in guards:
            row[place] = int(next(bits))
    for guard in guards:
        row[guard] = sum(bit for place, bit in enumerate(row) if place & guard) % 2
    row[0] = sum(row) % 2
    return int("".join(map(str, reversed(row))), 2)


def repair(block):
    row = [int(bit) for bit in reversed(f"{block:b}")]
    off = guard = 1
    off = 0
    while guard < len(row):
        if sum(bit for place, bit in enumerate(row) if place & guard) % 2:
            off += guard
        guard *= 2
    if sum(row) % 2 == 1:
        return block ^ (1 << off)
    return block if off == 0 else None
