from sharpen import checks


def every_run(document, question, common):
    """The weight of every run of the document that stands in the question."""
    best = 0
    for start in range(len(document)):
        for stop in range(start + 1, len(document) + 1):
            run = document[start:stop]
            if any(question[at : at + len(run)] == run for at in range(len(question) - len(run) + 1)):
                best = max(best, sum(token not in common for token in run))
    return best


def by_diagonals(document, question, common):
    """Along each diagonal: runs of equal tokens, and their weights."""
    best = 0
    for shift in range(-len(document) + 1, len(question)):
        weight = 0
        for at in range(max(0, -shift), min(len(document), len(question) - shift)):
            if document[at] != question[at + shift]:
                weight = 0
            else:
                weight += document[at] not in common
                best = max(best, weight)
    return best


def texts(rng, size):
    """A question of which parts stand in the document, with common tokens in between; some tokens are nearly alike."""
    length, asked, kinds, light = size
    names = ["the", "The", "fox", "fo", "x", "the fox", "fox ", "", "fox.", "Fox", "jumps", "over"]
    names = names[:kinds] + [f"w{number}" for number in range(kinds - len(names))]
    document = [names[at] for at in rng.integers(0, kinds, length)]
    question = [names[at] for at in rng.integers(0, kinds, asked)]
    for _ in range(3):
        count = int(rng.integers(0, 1 + min(length, asked) // 2))
        here, there = int(rng.integers(0, length - count + 1)), int(rng.integers(0, asked - count + 1))
        question[there : there + count] = document[here : here + count]
    return document, question, [names[at] for at in rng.permutation(kinds)[:light]]


def bounded(got, document, question, common):
    counting = sum(token not in common and token in question for token in document)
    if not 0 <= got <= min(counting, len(question)):
        return f"expected at most {min(counting, len(question))}, the tokens that count and are in both, got {got}"
    if counting and not got:
        return "expected at least 1, as a token that counts is in both, got 0"
    return None


def turned(ask, document, question, common):
    weight = ask(document, question, common)
    for what, args in (
        ("with the document and the question swapped", (question, document, common)),
        ("with both backwards", (document[::-1], question[::-1], common)),
        ("with common tokens named twice", (document, question, common + common)),
    ):
        if ask(*args) != weight:
            return f"the weight is {weight}, but {ask(*args)} {what}"
    every = ask(document, document, [])
    return None if every == len(document) else f"a document shares all {len(document)} tokens with itself, got {every}"


SMALL = [
    (document, question, common)
    for document in checks.lists("ab", 4)
    for question in checks.lists("ab", 4)
    for common in ([], ["b"], ["c", "a"])
]
FIVE_HUNDRED = [f"w{number}" for number in range(500)]

MARKS = " ,|/\0\n\t$#*"
"""What somebody joins tokens with, or ends them with."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "shared_weight",
            ["a", "quick", "fox", "jumps", "over", "the", "lazy", "dog"],
            ["did", "the", "fox", "jumps", "over", "the", "dog"],
            ["a", "the"],
        ),
        3,
    ),
    checks.exhaustive("Every pair of up to four tokens of two kinds", "shared_weight", SMALL, expected=every_run),
    checks.oracle(
        "Random texts",
        "shared_weight",
        texts,
        [
            (1, 1, 1, 0),
            (5, 4, 3, 1),
            (9, 12, 4, 2),
            (20, 9, 6, 2),
            (30, 40, 12, 5),
            (60, 50, 110, 100),
            (150, 20, 9, 3),
        ],
        expected=by_diagonals,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Tokens that are nearly alike, and the empty one",
        "shared_weight",
        [
            (["a b"], ["a c"], []),
            (["a", "b c", "d"], ["b e", "d", "a"], []),
            (["Fox"], ["fox"], []),
            (["a", "b "], ["a", "b"], []),
            (["fox", "The"], ["fox", "The"], ["the"]),
            (["a b", "x"], ["a b", "x"], ["a"]),
            (["", "x", ""], ["", "x", ""], []),
            (["", "x", ""], ["", "x", ""], [""]),
            (["ab", "c"], ["a", "bc"], []),
            (["ab"], ["a", "b"], []),
            *((["x", f"a{mark}b"], ["x", "a", "b"], []) for mark in MARKS),
            *(([f"a{mark}b"], [f"a{mark}c", "a"], []) for mark in MARKS),
            *(([f"a{mark}", "b"], ["a", f"{mark}b"], []) for mark in MARKS),
            (["é", "x"], ["ü", "x", "Ł", "A"], []),
            (["Ł", "x", "y"], ["A", "x"], []),
            (["{", "x", "y"], ["a", "x"], []),
            ([f"d{i}" for i in range(500)], [f"q{i}" for i in range(500)], []),
        ],
        expected=every_run,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Common tokens must be equal in both, too",
        "shared_weight",
        [
            (["x", "a", "y"], ["x", "the", "y"], ["a", "the"]),
            (["x", "the", "x", "a", "y"], ["x", "a", "x", "a", "y"], ["the", "a"]),
            (["x", "", "y", "z"], ["x", " ", "y"], ["", " "]),
        ],
        expected=every_run,
        same=checks.exactly(),
    ),
    checks.oracle(
        "All 500 tokens in one run",
        "shared_weight",
        [(["fox"] * 500, ["fox"] * 500, []), (FIVE_HUNDRED, FIVE_HUNDRED[:], FIVE_HUNDRED[:100])],
        same=checks.exactly(),
    ),
    checks.property(
        "At least one token that counts, at most all that are in both",
        "shared_weight",
        texts,
        [(2, 2, 2, 1), (9, 12, 5, 2), (40, 30, 9, 3), (130, 120, 30, 9)],
        holds=bounded,
    ),
    checks.relation(
        "Swapped, backwards, compared with itself",
        "shared_weight",
        texts,
        [(3, 4, 3, 1), (9, 12, 4, 2), (30, 25, 8, 3), (0, 0, 1, 1)],
        holds=turned,
    ),
    checks.unchanged("The lists are not changed", "shared_weight", texts, [(9, 12, 4, 2), (30, 40, 9, 3)]),
    checks.growth(
        "500 tokens each, nearly all alike",
        "shared_weight",
        [(["the"] * 300 + ["fox"] + ["the"] * 199, ["fox"] + ["the"] * 499, ["fox"])],
        factor=60,
        same=checks.exactly(),
    ),
]
