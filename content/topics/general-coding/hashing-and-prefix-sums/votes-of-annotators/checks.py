from sharpen import checks


class Plain:
    """Nothing but the votes, counted whenever that is asked."""

    def __init__(self):
        self.votes = {}

    def vote(self, annotator, item, label):
        self.votes[annotator, item] = label

    def withdraw(self, annotator, item):
        del self.votes[annotator, item]

    def lead(self, item):
        labels = [label for (_, on), label in self.votes.items() if on == item]
        return max(map(labels.count, labels), default=0)


def session(rng, size):
    """Calls of a few annotators on a few items; each vote is followed by a look at some item."""
    count, annotators, items, labels = size
    steps = []
    for _ in range(count):
        who, item = f"annotator {rng.integers(annotators)}", f"item {rng.integers(items)}"
        if rng.random() < 0.35:
            steps.append(("withdraw", who, item))
        else:
            steps.append(("vote", who, item, f"label {rng.integers(labels)}"))
        steps.append(("lead", f"item {rng.integers(items)}"))
    return (), steps


def of_any_kind(rng, size):
    """Values that are false, that look alike, that hold others; -1 and -2 have the same hash."""
    count, *always = size
    values = [None, 0, "", "0", (), (0,), frozenset(), -1, -2, "None", "a", "A", "a ", "a b", ("a", "b")]
    rng.shuffle(values)
    values = [*always, *(value for value in values if value not in always)]
    steps = []
    for _ in range(count):
        who, item, label = (values[number] for number in rng.integers(0, 5, 3))
        steps.append(("withdraw", who, item) if rng.random() < 0.25 else ("vote", who, item, label))
        steps.append(("lead", values[rng.integers(5)]))
    return (), steps


def asked(steps):
    return checks.Call("Votes", (), {}, tuple((step[0], tuple(step[1:])) for step in steps))


def leads_are(*leads):
    def holds(got, *_):
        seen = tuple(one for one in got if one is not None)
        return None if seen == leads else f"the leads are {leads}, not {checks.show(seen)}"

    return holds


# One vote for each of many labels, and then one label that rises and falls while the tool looks on.
LOOKS = [("lead", "i")] * 11
MANY = [("vote", number, "i", number) for number in range(12_000)]
MANY += [step for number in range(750) for step in (("vote", number, "i", "x"), *LOOKS)]
MANY += [step for number in range(750) for step in (("withdraw", number, "i"), *LOOKS)]
ITEMS = [("vote", number % 9, number, "x") for number in range(8_000)]
ITEMS += [("lead", number) for number in range(8_000)] + [("withdraw", number % 9, number) for number in range(2_000)]
RISEN = [("vote", number, "i", number % 2) for number in range(3000)]
RISEN += [("lead", "i"), *(("withdraw", number, "i") for number in range(0, 3000, 2)), ("lead", "i")]
RISEN += [*(("vote", number, "i", "new") for number in range(1, 2001, 2)), ("lead", "i")]

CHECKS = [
    checks.example(
        "The example in the statement",
        asked(
            [
                *(("vote", who, "image 7", label) for who, label in (("ann", "cat"), ("ben", "cat"), ("cem", "fox"))),
                ("lead", "image 7"),
                ("vote", "ben", "image 7", "dog"),
                ("lead", "image 7"),
                ("lead", "image 8"),
            ]
        ),
        [None, None, None, 2, None, 1, 0],
    ),
    checks.sequence(
        "One item",
        "Votes",
        session,
        [(1, 1, 1, 1), (3, 2, 1, 1), (6, 2, 1, 2), (12, 3, 1, 2), (60, 8, 1, 3), (150, 30, 1, 4)],
        model=Plain,
    ),
    checks.sequence(
        "Several items",
        "Votes",
        session,
        [(4, 2, 2, 1), (12, 2, 3, 2), (120, 5, 3, 2), (200, 12, 4, 3)],
        model=Plain,
    ),
    checks.sequence(
        "Values of any hashable kind",
        "Votes",
        of_any_kind,
        [(4,), (12,), (60,), (60, -1, -2), (120,), (120,)],
        model=Plain,
    ),
    checks.property(
        "A lead of thousands, and another after it",
        "Votes",
        [asked(RISEN)],
        holds=leads_are(1500, 1500, 1000),
    ),
    checks.property(
        "Another object is another poll",
        "Votes",
        [asked([("vote", "ann", "i", "x"), ("Votes",), ("vote", "ben", "i", "x"), ("lead", "i")])],
        holds=leads_are(2),
    ),
    checks.error(
        "A vote that was not cast, or is withdrawn already, raises KeyError",
        [
            asked([("withdraw", "ann", "i")]),
            asked([("vote", "ann", "i", "x"), ("withdraw", "ann", "i"), ("withdraw", "ann", "i")]),
            asked([("vote", "ann", "i", "x"), ("withdraw", "ann", "j")]),
            asked([("vote", "ann", "i", "x"), ("withdraw", "ben", "i")]),
        ],
        raises=KeyError,
    ),
    checks.growth("An item with 12,000 labels", "Votes", [asked(MANY)], factor=30, same=checks.exactly()),
    checks.growth("8,000 items with a vote each", "Votes", [asked(ITEMS)], factor=30, same=checks.exactly()),
    checks.property(
        "Annotators, items and labels that are equal and are written in two ways",
        "Votes",
        [
            asked(
                [
                    ("vote", 1, "i", "x"),
                    ("vote", True, "i", "x"),
                    ("lead", "i"),
                    ("vote", 2, 0, 1.0),
                    ("vote", 3, False, 1),
                    ("vote", 4, 0.0, True),
                    ("lead", 0),
                    ("withdraw", 2.0, 0),
                    ("lead", False),
                    ("vote", "1", "i", "x"),
                    ("vote", (1, 2), "i", "x"),
                    ("vote", (1.0, 2), "i", "y"),
                    ("lead", "i"),
                ]
            )
        ],
        holds=leads_are(1, 3, 2, 2),
    ),
    checks.growth(
        "12,000 votes for 12,000 labels, taken back one by one",
        "Votes",
        [
            asked(
                [
                    *(("vote", number, "i", number) for number in range(12_000)),
                    *(("withdraw", number, "i") for number in range(12_000)),
                    ("lead", "i"),
                ]
            )
        ],
        factor=30,
        same=checks.exactly(),
    ),
]
