from sharpen import checks


def longest(labels, classes):
    """Every stretch, the longest first, those of one length from left to right."""
    for length in range(len(labels), 0, -1):
        for start in range(len(labels) - length + 1):
            stretch = labels[start : start + length]
            if len({stretch.count(label) for label in classes}) == 1:
                return start, start + length
    return 0, 0


SMALL = [(labels, ["a", "b"]) for labels in checks.lists("abx", 6)]
SMALL += [(labels, ["c", "a", "b"]) for labels in checks.lists("abc", 6)]
SMALL += [(labels, ["b", "d", "a", "c"]) for labels in checks.lists("abcd", 4)]


LOPSIDED = ["b"] * 15_000 + ["a"] + ["c"] * 14_999


def collected(rng, size):
    """Labels of several kinds, each as likely; the first kinds are the classes."""
    length, kinds, classes = size
    names = checks.names("label", max(kinds, classes))
    return [names[number] for number in rng.integers(0, kinds, length)], names[:classes]


def drifting(rng, size):
    """Labels of which the first class is the most frequent, so that balanced stretches are short."""
    length, classes = size
    names = ["cat", "dog", "bird", "fish", "other"]
    shares = [0.4, 0.2, 0.15, 0.15, 0.1]
    return [names[number] for number in rng.choice(5, length, p=shares)], names[:classes]


def balanced_and_full(got, labels, classes):
    """Whether the stretch is balanced, and as long as its neighbors allow."""
    start, stop = got
    if not 0 <= start <= stop <= len(labels):
        return f"there is no stretch labels[{start}:{stop}] of {len(labels)} labels"
    counts = {label: labels[start:stop].count(label) for label in classes}
    if len(set(counts.values())) > 1:
        return f"labels[{start}:{stop}] is not balanced: it has {counts}"
    for place in {start - 1, stop} & set(range(len(labels))):
        if labels[place] not in classes:
            return f"labels[{start}:{stop}] could be extended by the label at {place}, which is of no class"
    return None


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("balanced_stretch", ["cat", "cat", "cat", "dog", "bird", "dog", "cat"], ["dog", "cat"]),
        (1, 6),
    ),
    checks.exhaustive("All short lists of a few labels", "balanced_stretch", SMALL, expected=longest),
    checks.oracle(
        "Random labels",
        "balanced_stretch",
        collected,
        [(3, 2, 2), (6, 3, 3), (12, 3, 2), (12, 4, 4), (40, 5, 3), (60, 5, 4), (60, 2, 4), (80, 2, 2)],
        expected=longest,
        same=checks.exactly(),
    ),
    checks.property(
        "The stretch is balanced and cannot be extended",
        "balanced_stretch",
        drifting,
        [(5, 2), (50, 3), (400, 4), (1500, 2)],
        holds=balanced_and_full,
    ),
    checks.oracle(
        "No labels, none that matter, and none of one class",
        "balanced_stretch",
        [
            ([], ["a", "b"]),
            (["x"] * 40, ["a", "b", "c"]),
            (["a"] * 40, ["a", "b"]),
            (["x", "b", "x", "x", "b"], ["a", "b"]),
            (["a"] * 800 + ["b"] * 800, ["b", "a"]),
            (["", "a", "a", "", "x"], ["a", ""]),
            (["a", "", "a", "a", ""], ["", "a", "b"]),
            (["a"] * 15_000 + ["b"] * 15_000, ["b", "a"]),
            *((["x", "a" + mark, "a", mark + "a", "x", "a"], ["a" + mark, "a"]) for mark in ",|/\0$#*é\n "),
            (["é", "ü", "a", "{", "A", "Ł"], ["ü", "Ł"]),
            (["{", "b", "a", "x"], ["a", "b"]),
            ([f"label {number}" for number in range(30_000)], ["kind 0", "b"]),
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The arguments are not changed", "balanced_stretch", collected, [(8, 3, 2), (40, 5, 4)]),
    checks.growth(
        "30,000 labels, and no long stretch is balanced",
        "balanced_stretch",
        drifting,
        [(30_000, 4)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Many of one class, one of another, many of the third",
        "balanced_stretch",
        [(LOPSIDED, ["a", "b", "c"]), (LOPSIDED, ["c", "a", "b"]), (LOPSIDED, ["b", "c", "a"])],
        same=checks.exactly(),
    ),
]
