# caught by: Every block of four and of eight places
# Goes by the XOR alone: two flips are taken for one, and a flip in the place 0 is not seen.
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
    off = places(block)
    return block ^ 1 << off if off else block
