from sharpen import checks


def tried_one_by_one(trace):
    for index in range(len(trace)):
        rest = trace[:index] + trace[index + 1 :]
        if rest == rest[::-1]:
            return index
    return None


SMALL = [(trace,) for trace in checks.lists("abc", 7)]


def trace_of(rng, size):
    """A mirrored trace with a record put in somewhere; in one of three, another one as well."""
    half, kinds = size
    names = checks.names("layer", kinds)
    forward = [names[number] for number in rng.integers(0, kinds, half)]
    trace = [*forward, *forward[: half - int(rng.integers(2)) * (half > 0)][::-1]]
    for _ in range(1 + int(rng.integers(3) == 0)):
        trace.insert(int(rng.integers(len(trace) + 1)), names[rng.integers(kinds)])
    return (trace,)


def runs(rng, size):
    """A mirrored trace of runs of equal records, with one record twice."""
    half, kinds = size
    forward = [f"layer {n}" for n in rng.integers(0, kinds, half).tolist() for _ in range(rng.integers(1, 4))]
    trace = [*forward, *forward[::-1]]
    at = int(rng.integers(len(trace)))
    return ([*trace[:at], *trace[at:][:1], *trace[at:]],)


def mended(got, trace):
    """Whether the trace is mirrored without this record, which has no equal neighbor before it."""
    if not 0 <= got < len(trace):
        return f"there is no record {got} in a trace of {len(trace)}"
    rest = trace[:got] + trace[got + 1 :]
    if rest != rest[::-1]:
        return f"without the record {got}, {trace[got]!r}, the trace does not read the same from both ends"
    if got and trace[got - 1] == trace[got]:
        return f"record {got} can be left out, but so can the equal one before it"
    return None


def late(rng, size):
    """Mirrored from both ends for a quarter of its length, then a run with the extra record at its end."""
    forward = [f"layer {number}" for number in rng.integers(0, 50, size // 4).tolist()]
    middle = ["a"] * (size // 4)
    return ([*forward, *middle, "b", *middle[1:], *forward[::-1]],)


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("extra_record", ["conv", "norm", "pool", "head", "pool", "conv"]),
        1,
    ),
    checks.exhaustive("Every trace of up to seven records", "extra_record", SMALL, expected=tried_one_by_one),
    checks.oracle(
        "Random traces",
        "extra_record",
        trace_of,
        [(0, 1), (2, 2), (4, 2), (8, 3), (20, 2), (30, 6), (40, 2), (40, 1)],
        expected=tried_one_by_one,
        same=checks.exactly(),
    ),
    checks.property(
        "The rest is mirrored, and it is the first of equal records",
        "extra_record",
        runs,
        [(3, 2), (12, 2), (60, 3), (80, 2)],
        holds=mended,
    ),
    checks.oracle(
        "No record, one, equal ones, the first and the last",
        "extra_record",
        [
            ([],),
            (["a"],),
            (["a", "b"],),
            (["a"] * 1000,),
            (["x", *"abcba"],),
            ([*"abcba", "x"],),
            ([*"abccba"] * 200,),
            (["", "a", " ", "a", ""],),
            *((["a", "b", other],) for other in ("A", "a ", " a", "a.")),
            ([f"block {number}" for number in (1, 2, 3, 2, 4, 1)],),
            *(([f"a{mark}", "b", "a", "c"],) for mark in "/$#*\0"),
            *(([one, "b", other, "c"],) for one, other in (("é", "ü"), ("Ł", "A"), ("{", "a"))),
            ([*["a", "b"] * 19_999, "a", "x"],),
        ],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Names are compared one by one, not as a joined text",
        "extra_record",
        [
            (["x", f"a{between}a", *rest],)
            for between in ("", " ", ",", ", ", "|", "/", "\n", "\t", "\0", "$", "#", "*")
            for rest in (["a"], ["a", f"a{between}a"])
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The trace is not changed", "extra_record", [([*"abcxba"],), ([*"xabcba"],), ([*"aabbaab"],)]),
    checks.growth("40,000 records", "extra_record", late, [40_000], factor=30, same=checks.exactly()),
]
