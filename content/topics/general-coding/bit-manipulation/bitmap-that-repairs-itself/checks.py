from functools import cache

from sharpen import checks


@cache
def sound_blocks(n):
    """All sound blocks of n places, by trying every number."""
    return [block for block in range(2**n) if is_sound(block)]


def ones(block):
    return [place for place, bit in enumerate(reversed(f"{block:b}")) if bit == "1"]


def is_sound(block):
    total = 0
    for place in ones(block):
        total ^= place
    return total == 0 and len(ones(block)) % 2 == 0


def data_of(block, k):
    kept = [place for place in range(2**k) if place not in (0, *(2**i for i in range(k)))]
    return sum((block >> place & 1) << at for at, place in enumerate(kept))


def by_search(data, k):
    """The sound block with these data among all sound ones."""
    return next(block for block in sound_blocks(2**k) if data_of(block, k) == data)


def mended(block):
    """What a sound block or one flip makes of it, found by trying."""
    if is_sound(block):
        return block
    n = 4 if block < 2**4 else 8 if block < 2**8 else 16
    return next((block ^ 1 << place for place in range(n) if is_sound(block ^ 1 << place)), None)


def number(rng, bits):
    return int.from_bytes(rng.bytes(bits // 8 + 1), "little") % 2**bits


def data(rng, k):
    return number(rng, 2**k - k - 1), k


def protected(rng, k):
    """A sound block made here: guards from the parities of the places that share a bit."""
    block = 0
    value, _ = data(rng, k)
    for place in range(2**k):
        if place & place - 1 and place:
            block |= (value & 1) << place
            value >>= 1
    for bit in range(k):
        count = sum(place >> bit & 1 for place in ones(block))
        block |= count % 2 << 2**bit
    return block | len(ones(block)) % 2


def flipped(rng, size):
    """A sound block with so many places flipped."""
    k, flips = size
    block = protected(rng, k)
    for place in rng.permutation(2**k)[:flips].tolist():
        block ^= 1 << place
    return (block,)


def holds_the_data(got, value, k):
    if not isinstance(got, int) or isinstance(got, bool) or not 0 <= got < 2 ** (2**k):
        return f"expected a whole number of {2**k} bits, got {checks.show(got, longest=60)}"
    if data_of(got, k) != value:
        return f"the data places hold {checks.show(data_of(got, k), longest=60)} instead of the data"
    if len(ones(got)) % 2:
        return f"the number of ones is {len(ones(got))}, which is odd"
    total = 0
    for place in ones(got):
        total ^= place
    return f"the XOR of the places of the ones is {total}, not 0" if total else None


def told(ask, value, k):
    """A protected block comes back from no flip and from any one; two are noticed."""
    block = ask(checks.call("protect", value, k))
    flips = [0, *(2**bit for bit in range(k)), 2**k - 1, 3]
    for place in flips:
        if ask(checks.call("repair", block ^ 1 << place)) != block:
            return f"a flip in place {place} of the protected block is not repaired"
    return (
        None
        if ask(checks.call("repair", block)) == block
        else "repair does not return the protected block itself as it is"
    )


FEW = [(block,) for n in (4, 8) for block in range(2**n)]

CHECKS = [
    checks.example("The example in the statement", checks.call("protect", 0b1001, 3), 0b10011001),
    checks.example("A flip in place 5", checks.call("repair", 0b10111001), 0b10011001),
    checks.exhaustive(
        "All data of up to eleven bits",
        "protect",
        [(value, k) for k in (2, 3) for value in range(2 ** (2**k - k - 1))]
        + [(value, 4) for value in range(0, 2**11, 5)],
        expected=by_search,
    ),
    checks.exhaustive("Every block of four and of eight places", "repair", FEW, expected=mended),
    checks.property(
        "A protected block holds the data and is sound",
        "protect",
        data,
        [2, 3, 4, 5, 6, 8, 10],
        holds=holds_the_data,
    ),
    checks.oracle(
        "Blocks of up to 4,096 places with no, one and two flips",
        "repair",
        flipped,
        [(k, flips) for k in (4, 5, 7, 10, 12) for flips in (0, 1, 2)],
        same=checks.exactly(),
    ),
    checks.relation("What is protected can be repaired", "protect", data, [2, 4, 6, 9], holds=told),
    checks.growth("A flip among 4,096 places", "repair", flipped, [(12, 1), (12, 2)], factor=30, same=checks.exactly()),
    checks.growth("Protecting 4,096 places", "protect", data, [12], factor=30, same=checks.exactly()),
]
