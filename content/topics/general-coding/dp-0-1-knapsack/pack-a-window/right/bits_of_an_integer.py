# All totals as the bits of one integer, shifted by each document.
def least_padding(lengths, window):
    bits, mask = 1, (1 << (window + 2)) - 1
    for length in lengths:
        bits |= (bits << (length + 1)) & mask
    return min(window, window + 2 - bits.bit_length())
