from itertools import pairwise, product

from sharpen import checks


def spread(readers, bad, guarded):
    """Rounds over all arrows until nothing more is found."""
    found, before = set(bad), None
    while before != found:
        before = set(found)
        found |= {to for table in before for to in readers.get(table, []) if to not in guarded}
    return found


def small():
    sides = product([[], ["a"], ["a", "c"]], [[], ["a"], ["b"], ["c", "b"]])
    for (bad, guarded), edges in product(list(sides), list(checks.graphs(3, directed=True))):
        readers = {}
        for start, end in edges:
            readers.setdefault("abc"[start], []).append("abc"[end])
        yield readers, bad, guarded


def tables(rng, size):
    """Names that are nearly alike, loops, entries twice, and tables that are no keys."""
    count, arrows, wrong, guards = size
    names = checks.names("table", count)
    readers = {name: [] for name in names if rng.random() < 0.5}
    for start, end in rng.integers(0, count, (arrows, 2)).tolist():
        readers.setdefault(names[start], []).append(names[end])
    picked = [names[at] for at in rng.integers(0, count, wrong)]
    return readers, picked, [names[at] for at in rng.integers(0, count, guards)] + ["elsewhere"] * (guards > 2)


def closed(got, readers, bad, guarded):
    """Bad tables are in it, nothing leads out of it but into guards, and something leads to each of the others."""
    missing = next((table for table in bad if table not in got), None)
    if missing is not None:
        return f"{missing!r} is bad itself, but is not in the answer"
    refusing, reached = set(guarded), set(bad)
    for table in got:
        for reader in readers.get(table, []):
            if reader not in refusing:
                reached.add(reader)
                if reader not in got:
                    return f"{reader!r} is missing: it is computed from {table!r}, which is in the answer"
    wrong = next((table for table in got if table not in reached), None)
    return None if wrong is None else f"{wrong!r} is in the answer, but bad data does not get into it"


def deep(rng, size):
    """A long path with the arrows listed from its end, guards beside each step, and many paths to a few tables."""
    (count,) = size
    half = count // 2
    readers = {f"step {at}": [f"step {at + 1}", f"guard {at}", f"hub {at % 7}"] for at in reversed(range(half - 1))}
    readers |= {f"guard {at}": [f"beyond {at}"] for at in range(half)}
    return readers, ["step 0"], [f"guard {at}" for at in range(half)]


def many_bad(rng, size):
    """Every second table is bad, and all of those lead into one long row of the others."""
    (count,) = size
    row = [f"row {at}" for at in range(count // 2)]
    readers = {table: [after] for table, after in pairwise(row)}
    bad = [f"bad {at}" for at in range(count // 2)]
    return readers | {table: [row[0]] for table in bad}, bad, bad


MARKS = [*" ,|/.$#*é\0\n", "Ł", "ü"]
"""What is cut off names, or joins them, or is one of many letters that somebody does not know."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "suspect", {"clicks": ["daily", "report"], "daily": ["clicks"], "report": ["board"]}, ["clicks"], ["report"]
        ),
        {"clicks", "daily"},
    ),
    checks.exhaustive("Every graph of three tables", "suspect", small(), expected=spread),
    checks.oracle(
        "Random tables, with cycles and loops",
        "suspect",
        tables,
        [
            (1, 1, 1, 1),
            (4, 5, 1, 1),
            (6, 9, 2, 1),
            (12, 20, 2, 4),
            (40, 60, 1, 5),
            (120, 200, 3, 10),
            (300, 260, 60, 90),
        ],
        expected=spread,
    ),
    checks.property(
        "Bad data leaves the answer only into guards, and nothing else is in it",
        "suspect",
        tables,
        [(5, 6, 0, 1), (8, 12, 1, 2), (1500, 2500, 2, 200), (3000, 2000, 900, 900)],
        holds=closed,
        empty=True,
    ),
    checks.unchanged("The arguments are not changed", "suspect", tables, [(6, 9, 2, 1), (40, 60, 4, 5)]),
    checks.growth("10,000 tables in a row, and a guard beside each", "suspect", deep, [(20_000,)], factor=30),
    checks.growth("10,000 bad tables before one long row", "suspect", many_bad, [(20_000,)], factor=30),
    checks.oracle(
        "Names that are one once they are cut, joined or written with few letters",
        "suspect",
        [
            *(({f"a{mark}": ["b"], "a": ["c"]}, [f"a{mark}"], []) for mark in MARKS),
            *(({"x": [f"a{mark}b", "c"]}, ["x"], ["a", "b"]) for mark in MARKS),
            *(({"x": [f"a{mark}", "a"], "a": ["y"]}, ["x"], [f"a{mark}"]) for mark in MARKS),
            ({"": ["a"], "a": [""], "b": ["c"]}, [""], []),
            ({"x": ["", "a"]}, ["x"], [""]),
            ({"x": ["ab", "c"], "y": ["a", "bc"]}, ["x", "y"], []),
            ({"ab": ["x"], "c": ["y"], "a": ["z"]}, ["ab", "c"], ["a", "bc"]),
            ({"a": ["x", "ab"], "b": ["x"]}, ["a", "b"], ["ab"]),
        ],
        expected=spread,
    ),
]
