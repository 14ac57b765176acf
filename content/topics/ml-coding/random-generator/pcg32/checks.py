from sharpen import checks

PUBLISHED = [
    [0xA15C02B7, 0x7B47F409, 0xBA1D3330, 0x83D2F293, 0xBFA4784B, 0xCBED606E],
    [0x74AB93AD, 0x1C1DA000, 0x494FF896, 0x34462F2F, 0xD308A3E5, 0x0FA83BAB],
    [0x39AF5F9F, 0x04196B18, 0xC3C3EB28, 0xC076C60C, 0xC693E135, 0xF8F63932],
    [0x55CE6851, 0x97A7726D, 0x17E10815, 0x58007D43, 0x962FB148, 0xB9BB55BD],
    [0xFCEF7CD6, 0x1B488B5A, 0xD0DAF7EA, 0x1D9A70F7, 0x241A37CF, 0x9A3857B7],
]
"""github.com/imneme/pcg-c, test-high/expected/check-pcg32.out: five rounds for PCG32(42, 54).

A round prints 6 numbers, then draws 65 coins, 33 dice and 51 cards. That makes 155 numbers, as no
bounded draw of that run rejects, so round r begins at number 155 r.
"""

SEVERAL = 8
EDGES = [
    *((0, 0), (1, 0), (0, 1), (2**64 - 1, 2**64 - 1), (2**63, 2**63 - 1), (7, 2**63 + 3)),
    *((2**32, 2**32 - 1), (2**64 - 1, 0), (0, 2**64 - 1), (2**63 - 1, 2**63)),
]


def numbers(seed, stream, count=SEVERAL):
    return checks.Call("PCG32", (seed, stream), {}, (("next_uint32", ()),) * count)


def jump(seed, stream, *sizes):
    """Each jump followed by two numbers, on one generator."""
    call = checks.call("PCG32", seed, stream).method("next_uint32")
    for steps in sizes:
        call = call.method("advance", steps).method("next_uint32").method("next_uint32")
    return call


def random_seeds(rng, count):
    seed, stream = (int(one) for one in rng.integers(0, 2**64, 2, dtype="uint64"))
    return numbers(seed, stream, count)


def of_any_size(rng):
    """A number below 2**64, all lengths equally likely."""
    return int(rng.integers(0, 2**64, dtype="uint64")) >> int(rng.integers(64))


def random_jumps(rng, jumps):
    return of_any_size(rng), of_any_size(rng), *(of_any_size(rng) * int(rng.choice([-1, 1])) for _ in range(jumps))


def seeds_of_any_size(rng, count):
    return numbers(of_any_size(rng), of_any_size(rng), count)


def by_closed_form(seed, stream):
    return [number(seed, stream, i) for i in range(SEVERAL)]


def number(seed, stream, index):
    """Number `index` by s_n = a^n s_0 + c (a^n - 1)/(a - 1), and a word that is written twice to be rotated."""
    a, c = 6364136223846793005, 2 * stream + 1
    power = pow(a, index % 2**64, (a - 1) * 2**64)
    state = (power * (a * (c + seed) + c) + c * ((power - 1) // (a - 1))) % 2**64
    word = (state ^ state // 2**18) // 2**27 % 2**32
    return word * (2**32 + 1) // 2 ** (state // 2**59) % 2**32


def same_rounds(want, got):
    return checks.exactly()(want, [list(got[start : start + 6]) for start in range(0, 155 * 5, 155)])


def is_32_bit(got, _seed, _stream):
    wrong = [one for one in got if not isinstance(one, int) or not 0 <= one < 2**32]
    return f"{wrong[0]!r} is not an integer in range(2**32)" if wrong else None


def lands_right(ask, seed, stream, *jumps):
    call = checks.call("PCG32", seed, stream)
    for steps in jumps:
        call = call.method("advance", steps)
    got = ask(call.method("next_uint32"))[-1]
    want = number(seed, stream, sum(jumps))
    way = " and ".join(f"advance({steps})" for steps in jumps)
    return None if got == want else f"after {way} the number is {want}, got {got!r}"


def beside(seed, stream, *others):
    """Two numbers and a jump, and after each another generator is made."""
    call = checks.call("PCG32", seed, stream).beside(*others[0])
    for other in others:
        call = call.method("next_uint32").beside(*other).method("advance", 2).beside(*other).method("next_uint32")
    return call


CHECKS = [
    checks.example(
        "The example in the statement",
        numbers(42, 54, 2).method("advance", -2).method("next_uint32"),
        [0xA15C02B7, 0x7B47F409, None, 0xA15C02B7],
        same=checks.exactly(),
    ),
    checks.example("The five published rounds, 155 numbers apart", numbers(42, 54, 626), PUBLISHED, same=same_rounds),
    checks.property("Every number fits in 32 bits", "PCG32", random_seeds, [1, 4, 64, 64, 64], holds=is_32_bit),
    checks.oracle(
        "Seeds and streams at the edges of 64 bits",
        "PCG32",
        [numbers(*edge) for edge in EDGES],
        expected=by_closed_form,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Random seeds and streams",
        "PCG32",
        random_seeds,
        [SEVERAL] * 12,
        expected=by_closed_form,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Seeds and streams of any size",
        "PCG32",
        seeds_of_any_size,
        [SEVERAL] * 40,
        expected=by_closed_form,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A short jump is that many calls",
        "PCG32",
        [jump(2024, 11, steps) for steps in (0, 1, 2, 3, 4, 7, 100)],
        same=checks.exactly(),
    ),
    checks.oracle(
        "A jump back, and numbers between jumps",
        "PCG32",
        [
            jump(1, 1, -1),
            jump(1, 1, -3),
            jump(5, 2**64 - 1, 6, -6, 1000, -1000, -1),
        ],
        same=checks.exactly(),
    ),
    checks.relation(
        "A jump of any length is one quick call",
        "PCG32",
        [
            (42, 54, steps)
            for steps in (
                620,
                10**6,
                2**32,
                10**18,
                2**63,
                2**64 - 1,
                2**64,
                10**40,
                10**599 + 12345,
                -(10**18),
                -(2**63),
                -(2**64) - 5,
                -(2**70) + 3,
                -(10**40),
                -(10**599) - 678,
            )
        ]
        + [(2**64 - 1, 2**63, 2**40 + 5, 2**63 + 12345, -(10**15)), (3, 4, 10**15, -(10**15))],
        holds=lands_right,
    ),
    checks.relation("Jumps of every length, there and back", "PCG32", random_jumps, [1, 2] * 30, holds=lands_right),
    checks.oracle(
        "A generator shares nothing with others, of the same seed or another",
        "PCG32",
        [beside(42, 54, (42, 54)), beside(7, 2**63, (2**64 - 1, 5), (7, 5), (8, 2**63))],
        same=checks.exactly(),
    ),
]
