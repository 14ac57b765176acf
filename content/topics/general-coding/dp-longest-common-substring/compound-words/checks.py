from functools import cache

from sharpen import checks


def forward(reference, heard):
    """The fewest errors of what follows, from the first words on."""

    @cache
    def errors(i, j):
        if i == len(reference) or j == len(heard):
            return len(reference) - i + len(heard) - j
        options = [1 + errors(i + 1, j), 1 + errors(i, j + 1), (reference[i] != heard[j]) + errors(i + 1, j + 1)]
        if "".join(reference[i : i + 2]) == heard[j] and i + 1 < len(reference):
            options.append(errors(i + 2, j + 1))
        if "".join(heard[j : j + 2]) == reference[i] and j + 1 < len(heard):
            options.append(errors(i + 1, j + 2))
        return min(options)

    return errors(0, 0)


def transcripts(rng, size):
    """Words that are compounds of one another, heard with words cut, joined, left out and mistaken."""
    count, most, kinds = size
    words = ["a", "b", "ab", "aa", "ba", "A", "aab", "set", "data", "dataset", "Data", "seta", "asset"][:kinds]
    reference = [words[at] for at in rng.integers(0, kinds, count)]
    heard = []
    for word in reference:
        what = rng.random()
        cut = int(rng.integers(1, len(word))) if len(word) > 1 else 0
        if what < 0.25 and heard:
            heard[-1] += word
        elif what < 0.45 and cut:
            heard += [word[:cut], word[cut:]]
        elif what < 0.55:
            heard.append(words[int(rng.integers(0, kinds))])
        elif what < 0.9:
            heard.append(word)
    return reference, heard[:most]


def bounded(got, reference, heard):
    fewest, most = len(reference) - 2 * len(heard), max(len(reference), len(heard))
    fewest = max(fewest, len(heard) - 2 * len(reference), 0)
    if not fewest <= got <= most:
        return f"expected {fewest} to {most} errors for {len(reference)} and {len(heard)} words, got {got}"
    if bool(got) < ("".join(reference) != "".join(heard)):
        return f"the letters of the two lists differ, so expected at least 1 error, got {got}"
    return None


def turned(ask, reference, heard):
    errors = ask(reference, heard)
    back = ask([word[::-1] for word in reversed(reference)], [word[::-1] for word in reversed(heard)])
    if ask(heard, reference) != errors:
        return f"{errors} errors, but {ask(heard, reference)} with the two lists swapped"
    if back != errors:
        return f"{errors} errors, but {back} with both lists and all words backwards"
    return (
        None
        if not ask(reference, reference)
        else f"a list against itself has no errors, got {ask(reference, reference)}"
    )


LISTS = list(checks.lists(["a", "b", "ab", "aa"], 3))
MARKS = " ,|/$#*.\0\n"
"""What joins words, or ends one."""
SMALL = [(reference, heard) for reference in LISTS for heard in LISTS]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "word_errors",
            ["we", "loaded", "a", "data", "set", "into", "the", "dataframe"],
            ["we", "loading", "dataset", "into", "the", "data", "frame"],
        ),
        2,
    ),
    checks.exhaustive("Every pair of up to three of four words", "word_errors", SMALL, expected=forward),
    checks.oracle(
        "Random transcripts",
        "word_errors",
        transcripts,
        [(0, 0, 1), (1, 1, 1), (5, 9, 4), (9, 12, 7), (14, 99, 9), (30, 40, 13), (60, 10, 13), (100, 100, 13)],
        expected=forward,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "A compound needs all its letters, and is made of two words",
        "word_errors",
        [
            ([], ["a", "b"]),
            (["ab"] * 50, ["a", "b"] * 50),
            (["a"] * 60 + ["b"] * 40, ["a"] * 50 + ["b"] * 49 + ["c"]),
            (["run", "walks"], ["runs", "walk"]),
            (["a", "b", "c"], []),
            (["Data", "set"], ["dataset"]),
            (["data set"], ["data", "set"]),
            (["data", " set"], ["data", "set"]),
            (["data", "set "], ["dataset"]),
            (["data", "set."], ["dataset."]),
            (["data", "set."], ["data", "set"]),
            (["a", "b", "c"], ["abc"]),
            (["ab", "c"], ["a", "bc"]),
            (["note", "book", "notebook"], ["notebook"]),
            (["notebook", "note", "book"], ["notebook"]),
            (["a", "b", "ab", "b"], ["ab", "a", "bb"]),
            (["in", "to", "into", "in"], ["into", "in", "to", "in"]),
        ],
        expected=forward,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Words that are one once they are joined, cut or written with few letters",
        "word_errors",
        [
            *(([f"a{mark}b"], ["a", "b"]) for mark in MARKS),
            *((["x", f"a{mark}"], ["x", "a"]) for mark in MARKS),
            *(([f"a{mark}b", "y"], [f"a{mark}c", "y"]) for mark in MARKS),
            *((["a", f"{mark}b"], [f"a{mark}b"]) for mark in MARKS),
            (["é", "x"], ["ü", "x"]),
            (["Ł", "x"], ["A", "x"]),
            (["{", "x"], ["a", "x"]),
        ],
        expected=forward,
        same=checks.exactly(),
    ),
    checks.property(
        "No more errors than words, and some where the letters differ",
        "word_errors",
        transcripts,
        [(1, 2, 2), (6, 9, 9), (20, 30, 13), (90, 99, 13)],
        holds=bounded,
    ),
    checks.relation(
        "Swapped, backwards, and against itself",
        "word_errors",
        transcripts,
        [(2, 4, 3), (6, 9, 7), (14, 99, 9), (30, 60, 13)],
        holds=turned,
    ),
    checks.unchanged("The lists are not changed", "word_errors", transcripts, [(6, 9, 7), (30, 60, 13)]),
    checks.growth("100 words each", "word_errors", transcripts, [(100, 100, 12)], factor=60, same=checks.exactly()),
]
