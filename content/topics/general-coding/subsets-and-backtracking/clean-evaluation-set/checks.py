from itertools import combinations

from sharpen import checks


def by_filtering(shards, required):
    """All sets of shards, those kept that hold what they must."""
    useful = [number for number, labels in enumerate(shards) if set(labels) & set(required)]
    kept = []
    for count in range(len(useful) + 1):
        for chosen in combinations(useful, count):
            labels = [label for number in chosen for label in shards[number]]
            if len(labels) == len(set(labels)) and set(required) <= set(labels):
                kept.append(list(chosen))
    return sorted(kept)


KINDS = [["a"], ["b"], ["a", "b"], ["x"], ["x", "a"], ["b", "x"], ["a", "x", "b"], []]
SMALL = [
    ([KINDS[at] for at in places], required)
    for places in checks.lists(range(8), 3)
    for required in ([], ["a"], ["b", "a"], ["c"])
]


def shards_of(rng, size):
    """Shards with a few of the slices and sometimes a person, some of them parts of choices that work."""
    count, slices, people = size
    names = checks.names("slice", slices)
    required = [names[number] for number in rng.permutation(slices)]
    shards = []
    while len(shards) < count:
        left = list(required)
        while left and len(shards) < count:
            many = int(rng.integers(1, 4))
            taken, left = left[:many], left[many:]
            if rng.random() < 0.7:
                taken = [*taken, f"person {rng.integers(people)}"]
            shards.append([taken[at] for at in rng.permutation(len(taken))])
        required = [required[at] for at in rng.permutation(slices)]
    return [shards[at] for at in rng.permutation(count)], required


def queens(size):
    """A board: shards are its squares, rows and columns are required, diagonals are people."""
    squares = [(row, column) for row in range(size) for column in range(size)]
    shards = [[f"row {r}", f"up {r + c}", f"column {c}", f"down {r - c}"] for r, c in squares]
    return shards, [f"{kind} {number}" for number in range(size) for kind in ("row", "column")]


def pairs_and(last, where):
    """Labels that two shards have each, and one that `last` shards have, all of which share a person with others."""
    names = [f"slice {number}" for number in range(24)]
    shards = [[name, f"person {copy}{name}"] for name in names for copy in range(2)]
    shards += [["rare", *(f"person {copy}{names[number]}" for copy in range(2))] for number in range(last)]
    return shards, [*names[:where], "rare", *names[where:]]


def starved(where):
    """Labels of three shards each, one of a single shard, and one whose four shards all share a person with that."""
    names = [f"slice {number}" for number in range(19)]
    shards = [[name, f"person {copy}{name}"] for name in names for copy in range(3)]
    shards += [["single", "p", "q", "r", "s"], *(["starved", person] for person in "pqrs")]
    return shards, [*names[:where], "starved", "single", *names[where:]]


def dominoes(length):
    """A strip of cells covered by pieces of two and three: each piece at each place is a shard."""
    cells = [f"cell {number}" for number in range(length)]
    return [cells[at : at + wide] for wide in (2, 3) for at in range(length - wide + 1)], cells


LONG = [f"slice {number}" for number in range(40)]
WIDE = [LONG[at : at + 10] for at in (0, 10, 20, 30)] + [LONG[at::20] for at in range(20)]


def is_clean(got, shards, required):
    """Whether each choice holds each required label once and no label twice, and they are in order."""
    previous = None
    for chosen in map(list, got):
        labels = [label for number in chosen for label in shards[number]]
        twice = next((label for label in labels if labels.count(label) > 1), None)
        if twice is not None:
            return f"the choice {chosen} has the label {twice!r} twice"
        lacking = next((label for label in required if label not in labels), None)
        if lacking is not None:
            return f"the choice {chosen} lacks the label {lacking!r}"
        idle = next((number for number in chosen if not set(shards[number]) & set(required)), None)
        if idle is not None:
            return f"in the choice {chosen} shard {idle} holds no required label"
        if previous is not None and chosen <= previous:
            return f"the choice {chosen} comes after {previous}"
        previous = chosen
    return None


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "clean_sets", [["night", "ann"], ["rain", "bob"], ["night", "cy"], ["rain", "ann"]], ["night", "rain"]
        ),
        [[0, 1], [1, 2], [2, 3]],
    ),
    checks.exhaustive("Every three shards of three labels", "clean_sets", SMALL, expected=by_filtering),
    checks.oracle(
        "Random shards",
        "clean_sets",
        shards_of,
        [(1, 1, 1), (4, 2, 2), (6, 3, 9), (8, 3, 4), (9, 6, 9), (11, 5, 20), (11, 8, 9)],
        expected=by_filtering,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A label that hardly any shard can supply, wherever it stands",
        "clean_sets",
        [*(pairs_and(last, where) for last in (0, 1) for where in (0, 12, 24)), starved(0), starved(19)],
        same=checks.exactly(),
    ),
    checks.oracle(
        "No shards, nothing required, forty labels",
        "clean_sets",
        [([], []), ([], ["a"]), ([["a"], []], []), (WIDE, LONG), ([[label] for label in LONG], LONG)],
        same=checks.exactly(),
    ),
    checks.growth(
        "64 shards on a board, 92 choices",
        "clean_sets",
        [queens(8)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "Each choice is clean, and they come once and in order",
        "clean_sets",
        [queens(4), queens(5), queens(6), queens(7), dominoes(8), dominoes(26)],
        holds=is_clean,
    ),
    checks.unchanged("The arguments are not changed", "clean_sets", [queens(5), dominoes(8)]),
    checks.oracle(
        "Labels that are nearly alike, and the empty one",
        "clean_sets",
        [
            *(([[f"a{mark}", "x"], ["a", "y"], [f"a{mark}b"], ["x", "a"]], ["x", "y"]) for mark in " ,|/$#*.\0\n"),
            *(([[f"a{mark}"], ["a"], ["b", "c"]], [f"a{mark}", "c"]) for mark in " ,|/$#*.\0\n"),
            *(([[f"a{mark}b", "x"], ["a", "y"]], ["x", "y"]) for mark in " ,|/$#*.\0\n"),
            ([["é", "x"], ["ü", "y"], ["Ł"], ["A", "x"]], ["x", "y"]),
            ([["Ł", "x"], ["A", "y"]], ["x", "y"]),
            ([["", "x"], ["", "y"], ["y"]], ["x", "y"]),
            ([[""], ["a"], [], ["", "a"]], ["", "a"]),
            ([["ab", "c"], ["a", "bc"]], ["ab"]),
            ([["ab", "c"], ["a", "bc"]], ["a", "bc"]),
        ],
        same=checks.exactly(),
    ),
]
