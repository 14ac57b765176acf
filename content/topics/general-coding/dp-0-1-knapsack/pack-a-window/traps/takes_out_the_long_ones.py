# caught by: The lengths are not changed
# Removes the documents that can never fit from the list that it was given.
def least_padding(lengths, window):
    for x in [x for x in lengths if x > window]:
        lengths.remove(x)
    room = window + 1
    bits = 1
    for x in lengths:
        bits |= bits << (x + 1)
        bits &= (1 << (room + 1)) - 1
    best = bits.bit_length() - 1
    return window if best == 0 else room - best
