# caught by: A flip among 4,096 places
# Flips each place in turn until the block is sound: right, and quadratic.
def places(block):
    found = 0
    for place, bit in enumerate(reversed(bin(block)[2:])):
        if bit == "1":
            found ^= place
    return found


def protect(data, k):
    block, at = 0, 0
    for place in range(2**k):
        if place and place & (place - 1):
            block |= (data >> at & 1) << place
            at += 1
    off = places(block)
    for bit in range(k):
        if off >> bit & 1:
            block |= 1 << 2**bit
    return block ^ (bin(block).count("1") % 2)


def repair(block):
    def sound(tried):
        return bin(tried).count("1") % 2 == 0 and places(tried) == 0

    if sound(block):
        return block
    n = 4
    while n < block.bit_length():
        n *= 2
    return next((block ^ 1 << place for place in range(n) if sound(block ^ 1 << place)), None)
