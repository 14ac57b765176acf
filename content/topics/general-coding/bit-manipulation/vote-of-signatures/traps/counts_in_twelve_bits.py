# caught by: All ones, all zeros, one place at either end, nearly all of 5,000
# Counts all places at once, in twelve planes of bits; beyond 4,095 ones they begin again at 0.
def strays(signatures, most):
    planes = [0] * 12
    for s in signatures:
        carry = s
        for j in range(12):
            planes[j], carry = planes[j] ^ carry, planes[j] & carry
    n = len(signatures)
    head = 0
    for b in range(64):
        c = sum((planes[j] >> b & 1) << j for j in range(12))
        if 2 * c > n:
            head |= 1 << b
    return head, [i for i, s in enumerate(signatures) if (s ^ head).bit_count() > most]
