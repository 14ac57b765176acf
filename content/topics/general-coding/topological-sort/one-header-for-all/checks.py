from itertools import pairwise, permutations

from sharpen import checks


def by_trying(sheets):
    """The first of all orders by age that keeps every sheet's; None if there is none."""
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    for order in permutations(columns):
        place = {column: at for at, column in enumerate(order)}
        if all(place[one] < place[other] for sheet in sheets for one, other in pairwise(sheet)):
            return list(order)
    return None


def small():
    """Up to three short sheets on four columns."""
    sheets = [list(sheet) for length in range(4) for sheet in permutations("dbac", length)]
    for one in sheets[::3]:
        for other in sheets:
            yield [one, other]
            yield [other, ["b"], one]
    for other in sheets:
        yield [["c", "a"], ["d"], other]


def bundle(rng, size):
    """Parts of a hidden order, whose names are nearly alike; with ages that have nothing to do with it."""
    columns, count, width = size
    spelled = checks.names("col", columns)
    names = [spelled[number] for number in rng.permutation(columns)]
    picks = [sorted(rng.choice(columns, rng.integers(0, min(width, columns) + 1), replace=False)) for _ in range(count)]
    return ([[names[at] for at in pick] for pick in picks],)


def keeps_order(got, sheets):
    """Every column once, in the order of each sheet, and nothing older could have come earlier."""
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    age = {column: at for at, column in enumerate(columns)}
    place = {column: at for at, column in enumerate(got)}
    if len(got) != len(columns) or set(got) != set(columns):
        return f"the answer has {len(got):,} columns, {len(place):,} of them different; there are {len(columns):,}"
    latest = dict.fromkeys(columns, -1)
    for sheet in sheets:
        for one, other in pairwise(sheet):
            if place[one] > place[other]:
                return f"{one!r} is left of {other!r} in a sheet, and right of it in the answer"
            latest[other] = max(latest[other], place[one])
    for at, column in enumerate(got):
        earlier = next(
            (after for after in got[at + 1 : at + 60] if age[after] < age[column] and latest[after] < at), None
        )
        if earlier is not None:
            return f"at place {at} stands {column!r}, though {earlier!r} is older and could go there"
    return None


def wide_and_long(rng, size):
    """A column for each of many sheets, one wide sheet before most of them, and many that repeat a part of it."""
    singles, width, parts = size
    long = [f"long {at}" for at in range(width)]
    alone = [[f"alone {at}"] for at in range(singles)]
    starts = rng.integers(0, width - 3, parts).tolist()
    return ([*alone[:500], long, *(long[start : start + 3] for start in starts), *alone[500:]],)


def backwards(rng, size):
    """Every column is younger than the one to its right, and a fan of columns waits for the first."""
    (count,) = size
    half = 3 * count // 4
    row = [[f"row {at + 1}", f"row {at}"] for at in range(half)]
    return ([*row, [f"row {half}"], *([f"row {half}", f"fan {at}"] for at in range(count - half - 1))],)


CONTRADICTIONS = [
    [["a", "a"]],
    [["a", "b", "a"]],
    [["a", "b"], ["b", "a"]],
    [["x"], ["a", "b"], ["b", "c"], [], ["c", "a"]],
    [["a", "b", "c"], ["c", "d"], ["d", "b"]],
    [["a"], ["b", "c", "d"], ["d", "e", "b"], ["f"]],
    [[f"c{at}", f"c{(at + 1) % 1500}"] for at in range(1500)],
]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("merged_header", [["name", "loss", "time"], ["name", "seed", "time"], ["note"]]),
        ["name", "loss", "seed", "time", "note"],
    ),
    checks.exhaustive(
        "Two or three short sheets",
        "merged_header",
        [(sheets,) for sheets in small() if by_trying(sheets) is not None],
        expected=by_trying,
    ),
    checks.oracle(
        "Parts of a hidden order",
        "merged_header",
        bundle,
        [(1, 1, 1), (3, 2, 3), (5, 3, 3), (6, 4, 3), (7, 6, 4), (7, 4, 3), (7, 9, 2)],
        expected=by_trying,
        drawn=checks.reference,
    ),
    checks.property(
        "The order of each sheet, and the oldest first",
        "merged_header",
        bundle,
        [(4, 3, 3), (12, 8, 4), (60, 40, 5), (400, 200, 6), (1500, 3000, 3)],
        holds=keeps_order,
        empty=True,
    ),
    checks.error(
        "Contradictions raise ValueError", [checks.call("merged_header", sheets) for sheets in CONTRADICTIONS]
    ),
    checks.oracle("No sheets, and sheets without columns", "merged_header", [([],), ([[]],), ([[], ["a"], []],)]),
    checks.unchanged("`sheets` is not changed", "merged_header", bundle, [(5, 3, 3), (60, 40, 5)]),
    checks.growth(
        "A sheet of 10,000 columns, and as many sheets with few",
        "merged_header",
        wide_and_long,
        [(9000, 10_000, 900)],
        factor=30,
    ),
    checks.growth("Every column younger than the next", "merged_header", backwards, [(20_000,)], factor=30),
    checks.oracle(
        "Columns that are nearly alike, one without a name, hundreds before one",
        "merged_header",
        [
            ([["b", ""], ["a", "", "c"]],),
            ([["", "a"], ["b", ""]],),
            *(([["x", f"a{mark}"], ["a", "y"], [f"a{mark}b", "x"]],) for mark in " ,|/$#*.\0\n"),
            *(([[f"a{mark}", "b"], ["a", f"{mark}b"]],) for mark in " ,|/\0"),
            ([["é", "ü"], ["Ł", "A", "é"]],),
            ([*([f"column {number}", "last"] for number in range(256)), ["z", "last"]],),
        ],
        same=checks.exactly(),
    ),
]
