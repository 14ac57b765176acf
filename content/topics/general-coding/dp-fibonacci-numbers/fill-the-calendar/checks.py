from itertools import product

from sharpen import checks


def one_by_one(kinds, slots, modulus):
    """Every sequence of lengths, and the kinds that each of its jobs may be."""

    def count(left, after_short):
        if left == 0:
            return 1
        lengths = [length for length in range(1, min(left, len(kinds)) + 1) if length > 1 or not after_short]
        return sum(kinds[length - 1] * count(left - length, length == 1) for length in lengths)

    return count(slots, False) % modulus


def by_loop(kinds, slots, modulus):
    """Slot by slot: the calendars by whether their last job takes one slot."""
    short, other = [0], [1]
    for slot in range(1, slots + 1):
        short.append((kinds[0] if kinds else 0) * other[slot - 1])
        other.append(
            sum(
                kinds[length - 1] * (short[slot - length] + other[slot - length])
                for length in range(2, min(slot, len(kinds)) + 1)
            )
        )
    return (short[slots] + other[slots]) % modulus


def by_polynomial(kinds, slots, modulus):
    """x to the power of slots, modulo the characteristic polynomial; all in exact integers modulo the modulus."""
    first, *longer = kinds or [0]
    order = max(2, len(kinds) + 1)
    looks_back = [0] * (order + 1)  # f(n) is the sum of looks_back[j] f(n - j), from n = 2 on
    for length, count in enumerate(longer, 2):
        looks_back[length] += count
        looks_back[length + 1] += count * first
    known = [by_loop(kinds, slot, modulus) for slot in range(order + 2)]
    if slots < order + 2:
        return known[slots]

    def times(one, other):
        result = [0] * (2 * order - 1)
        for i, a in enumerate(one):
            for j, b in enumerate(other):
                result[i + j] += a * b
        for place in range(2 * order - 2, order - 1, -1):
            for back in range(1, order + 1):
                result[place - back] += result[place] * looks_back[back]
        return [value % modulus for value in result[:order]]

    weights, square, left = [1] + [0] * (order - 1), [0, 1] + [0] * (order - 2), slots - 2
    while left:
        weights = times(weights, square) if left & 1 else weights
        square, left = times(square, square), left >> 1
    return sum(weight * value for weight, value in zip(weights, known[2:], strict=False)) % modulus


def calendars(rng, size):
    lengths, most, slots, modulus = size
    slots = int(rng.integers(slots // 2, slots + 1))
    return rng.integers(0, most + 1, lengths).tolist(), slots, int(rng.integers(modulus // 2, modulus + 1)) or 1


def agrees(ask, kinds, slots, modulus):
    """What is left modulo a number is known from what is left modulo a multiple of it."""
    fine, coarse = ask(kinds, slots, 12 * modulus), ask(kinds, slots, modulus)
    if not 0 <= coarse < modulus:
        return f"{coarse} is not a remainder: expected one from 0 to {modulus - 1}"
    if fine % modulus != coarse:
        return (
            f"modulo {12 * modulus} it is {fine}, which is {fine % modulus} modulo {modulus}, but there it is {coarse}"
        )
    return None


SMALL = [
    (list(kinds), slots, modulus)
    for count in range(4)
    for kinds in product(range(3), repeat=count)
    for slots in range(7)
    for modulus in (1, 6, 1000)
]

CHECKS = [
    checks.example("The example in the statement", checks.call("count_calendars", [2, 1], 3, 1000), 4),
    checks.exhaustive("Up to three lengths, up to six slots", "count_calendars", SMALL, expected=one_by_one),
    checks.oracle(
        "Random calendars",
        "count_calendars",
        calendars,
        [
            (1, 3, 1, 9),
            (2, 2, 9, 99),
            (3, 9, 40, 10**6),
            (5, 1000, 90, 10**9 + 7),
            (6, 1000, 300, 10**9),
            (6, 1000, 300, 2**20),
        ],
        expected=by_loop,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A quadrillion slots",
        "count_calendars",
        [
            ([1, 1], 10**15, 10**9 + 7),
            ([3, 0, 2, 0, 0, 7], 10**15 - 1, 10**9 + 6),
            ([1000, 999, 998, 997, 996, 995], 999_999_999_999_989, 10**9 + 7),
            ([0, 0, 0, 1], 10**15, 1000),
            ([0, 0, 0, 1], 10**15 - 1, 1000),
            ([5], 10**15, 7),
            ([], 10**15, 7),
            ([0, 0], 0, 1),
        ],
        expected=by_polynomial,
        same=checks.exactly(),
    ),
    checks.relation(
        "A modulus and a multiple of it agree",
        "count_calendars",
        calendars,
        [(2, 2, 30, 5), (3, 9, 10**6, 12), (4, 99, 10**9, 10**4), (6, 1000, 10**15, 10**6), (5, 50, 10**12, 10**7)],
        holds=agrees,
    ),
    checks.unchanged("The kinds are not changed", "count_calendars", calendars, [(3, 5, 9, 99), (6, 9, 10**9, 10**6)]),
    checks.growth(
        "More than half a quadrillion slots",
        "count_calendars",
        [([4, 3, 2, 6, 1, 5], 2**49 - 1, 10**9 + 7)],
        factor=60,
        same=checks.exactly(),
    ),
]
