# Goes from each one to the next by the lowest bit, and sets guards while it places data.
def protect(data, k):
    block = off = 0
    place = 3
    while data:
        if place & (place - 1):
            if data & 1:
                block += 1 << place
                off ^= place
            data >>= 1
        place += 1
    while off:
        guard = off & -off
        block += 1 << guard
        off -= guard
    return block + block.bit_count() % 2


def repair(block):
    rest, off, odd = block, 0, False
    while rest:
        low = rest & -rest
        off ^= low.bit_length() - 1
        odd = not odd
        rest ^= low
    if odd:
        return block ^ 1 << off
    if off:
        return None
    return block
