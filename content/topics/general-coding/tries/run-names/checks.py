from sharpen import checks


class Plain:
    """A set of names, all of which are looked at."""

    def __init__(self):
        self.names = set()

    def add(self, name):
        new = name not in self.names
        self.names.add(name)
        return new

    def remove(self, name):
        there = name in self.names
        self.names.discard(name)
        return there

    def resolve(self, text):
        if text in self.names:
            return text
        fitting = [name for name in self.names if name.startswith(text)]
        return fitting[0] if len(fitting) == 1 else None

    def shortest(self, name):
        if name not in self.names:
            return None
        return next(name[:stop] for stop in range(1, len(name) + 1) if self.resolve(name[:stop]) == name)


def typing(rng, size):
    """Names of few letters that begin alike, most of them added, removed and asked for more than once."""
    length, kinds, longest = size
    letters = "ab.AL é0"[:kinds]

    def word(least):
        return "".join(letters[place] for place in rng.integers(0, kinds, rng.integers(least, longest + 1)))

    known = [word(1) for _ in range(max(1, length // 4))]
    taken = []
    for _ in range(length):
        name = known[rng.integers(len(known))]
        turn = rng.random()
        if turn < 0.35:
            taken.append(("add", name))
        elif turn < 0.5:
            taken.append(("remove", name if rng.random() < 0.8 else word(1)))
        elif turn < 0.8:
            text = name[: rng.integers(0, len(name) + 1)]
            taken.append(("resolve", text if rng.random() < 0.8 else word(0)))
        else:
            taken.append(("shortest", name if rng.random() < 0.9 else word(1)))
    return (), taken


def stairs(rng, size):
    """Names each of which goes on from the one before; they leave in another order than they came."""
    names = ["x" * length for length in range(1, size + 1)]
    taken = []
    for name in rng.permutation(names).tolist():
        taken += [("add", name), ("shortest", name), ("resolve", name[:-1])]
    for name in rng.permutation(names).tolist():
        taken += [("remove", name), ("resolve", name), ("resolve", ""), ("shortest", names[0]), ("shortest", names[-1])]
    return (), taken


def asked(steps):
    return checks.Call("RunNames", (), {}, tuple((name, tuple(args)) for name, *args in steps))


def resolved_again(got):
    """The last third of the answers are what `resolve` made of the shortest prefixes, the names themselves."""
    count = len(FAMILY)
    for name, short in zip(FAMILY, got[count : 2 * count], strict=True):
        if not isinstance(short, str) or not name.startswith(short):
            return f"shortest({name!r}) is {short!r}, which is not a prefix of it"
        fitting = [other for other in FAMILY if other.startswith(short)]
        if len(fitting) > 1 and short != name:
            return f"shortest({name!r}) is {short!r}, a prefix of both {fitting[0]!r} and {fitting[1]!r}"
        if len(short) > 1 and len([other for other in FAMILY if other.startswith(short[:-1])]) == 1:
            return f"shortest({name!r}) is {short!r}, but {short[:-1]!r} would do"
    return None


FAMILY = [
    f"{model}-{rate}{end}"
    for model in ("bert", "ber", "gpt2", "GPT2")
    for rate in ("1", "10", "3")
    for end in ("", "-a")
]
MANY = [f"{number * 7919 % 100_000:05}" for number in range(10_000)]
BUSY = [("add", name) for name in MANY] + [("shortest", name) for name in MANY[:1000]]
BUSY += [("resolve", name[: 2 + place % 3]) for place, name in enumerate(MANY[:5000])]
BUSY += [("remove", name) for name in MANY[::-4]] + [("resolve", name[:4]) for name in MANY[1::8]]
BUSY += [("remove", name) for name in MANY[::-1]]
AGAIN = [("add", name) for name in MANY[:8000]] + [("add", name) for name in MANY[:3000]]
AGAIN += [(kind, name) for kind in ("resolve", "shortest") for name in MANY[:3000]]
AGAIN += [(kind, name) for kind in ("remove", "shortest") for name in MANY[8000:]]
VAGUE = [("add", f"r{name}") for name in MANY[:5000]] + [("resolve", "r"), ("resolve", "")] * 7500

MARKS = "$#*.!_ ,|/-\0\n\t\uffff😀Łé"
"""What ends a name, or comes after all other letters, it seems."""


def with_marks(rng, size):
    """Names in which one such letter stands in the middle and at the ends, beside the same without it."""
    mark, other = MARKS[size[0]], MARKS[size[0] - 1]
    names = [f"a{mark}", "a", f"a{mark}b", f"{mark}a", mark, "ab", f"a{other}", f"a{mark}{other}", 300 * "c"]
    names = [names[place][:60] for place in rng.permutation(len(names))]
    steps = [("add", name) for name in names[:6]]
    for name in names:
        steps += [("resolve", name[:length]) for length in range(len(name) + 1)][:4]
        steps += [("shortest", name), ("remove", name), ("resolve", name), ("add", name), ("shortest", name)]
    return (), steps


GONE = [f"{number * 7919 % 5000:04}-seed" for number in range(5000)]
DESERTED = [
    *[("add", name) for name in [*GONE, "last"]],
    *[("remove", name) for name in GONE],
    *[(kind, text) for kind, text in (("resolve", ""), ("resolve", "0"), ("shortest", "last")) for _ in range(3000)],
]
"""One name is left of thousands, and is asked for again and again."""

CHECKS = [
    checks.example(
        "The example in the statement",
        asked(
            [
                *[("add", name) for name in ("lora", "lora-8", "full")],
                *[("resolve", text) for text in ("lora", "lo", "lora-", "f")],
                ("shortest", "lora"),
                ("shortest", "lora-8"),
                ("remove", "lora-8"),
                ("shortest", "lora"),
            ]
        ),
        [True, True, True, "lora", None, "lora-8", "full", "lora", "lora-", True, "l"],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Names that come and go",
        "RunNames",
        typing,
        [(3, 1, 2), (6, 1, 3), (12, 2, 3), (40, 2, 4), (100, 3, 4), (200, 2, 6), (250, 8, 3), (250, 3, 60)],
        model=Plain,
    ),
    checks.sequence(
        "Names that go on from each other",
        "RunNames",
        stairs,
        [1, 2, 3, 5, 12, 60],
        model=Plain,
    ),
    checks.property(
        "The shortest prefix is unambiguous, and a shorter one is not",
        "RunNames",
        [asked([*[("add", name) for name in FAMILY], *[("shortest", name) for name in FAMILY]])],
        holds=resolved_again,
    ),
    checks.growth(
        "10,000 names",
        "RunNames",
        [asked(BUSY), asked(AGAIN)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "A beginning that 5,000 names have",
        "RunNames",
        [asked(VAGUE)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "The one name that is left of thousands",
        "RunNames",
        [asked(DESERTED)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.sequence(
        "Letters that somebody takes for the end of a name",
        "RunNames",
        with_marks,
        [(number,) for number in range(len(MARKS))],
        model=Plain,
    ),
]
