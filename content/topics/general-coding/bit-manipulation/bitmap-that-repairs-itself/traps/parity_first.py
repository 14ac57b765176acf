# caught by: All data of up to eleven bits
# Makes the number of ones even before the other guards are set, which may make it odd again.
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
    block |= bin(block).count("1") % 2
    off = places(block)
    for bit in range(k):
        if off >> bit & 1:
            block |= 1 << 2**bit
    return block


def repair(block):
    off = places(block)
    if bin(block).count("1") % 2:
        return block ^ 1 << off
    return None if off else block
