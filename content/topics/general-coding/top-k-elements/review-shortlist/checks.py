from sharpen import checks


class Sorted:
    """Everything on the list in a plain list, sorted anew."""

    def __init__(self, k):
        if k < 1:
            raise ValueError
        self.k, self.kept = k, []

    def add(self, name, score):
        self.kept.append((name, score))
        self.kept.sort(key=lambda entry: -entry[1])
        return self.kept.pop()[0] if len(self.kept) > self.k else None

    def best(self):
        return [name for name, _ in self.kept]


def additions(rng, size):
    count, k, spread, *middle = size
    steps = []
    for number in range(count):
        name = ["", " ", "a b", "A", "a", "twenty characters a.", f"x{number}", "None"][rng.integers(8)]
        steps.append(("add", name, sum(middle) + int(rng.integers(-spread, spread + 1))))
        steps += [("best",)] * int(rng.integers(3) == 0)
    return (k,), [*steps, ("best",)]


def asked(k, scores):
    call = checks.call("Shortlist", k)
    for number, score in enumerate(scores):
        call = call.method("add", f"example {number}", score)
    return call.method("best")


def monotone(rng, size):
    """Scores that all rise, all fall, or are all alike."""
    k, count, step = size
    start = int(rng.integers(-100, 100))
    return asked(k, [start + step * number for number in range(count)])


def first_or_last(got, k):
    """Rising scores push out the oldest, others are turned away: either way the list is a run of the additions."""
    *dropped, best = got
    if len(best) != min(k, len(dropped)):
        return f"{len(best)} names on a list of {k}, though {len(dropped)} were added"
    gone = [name for name in dropped if name is not None]
    if sorted([*gone, *best]) != sorted(f"example {number}" for number in range(len(dropped))):
        return f"of {len(dropped)} examples {len(best)} are on the list and {len(set(gone))} were dropped"
    return None


def steady(k, count):
    """Most newcomers push one out."""
    return checks.Call("Shortlist", (k,), {}, tuple(("add", ("x", number)) for number in range(count)))


def late_rise(k, count):
    """Equal scores until late, then slightly higher ones."""
    return checks.Call(
        "Shortlist", (k,), {}, tuple(("add", (f"x{at}", int(4 * at > 3 * count))) for at in range(count))
    )


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("Shortlist", 3)
        .method("add", "a", 5)
        .method("add", "b", 9)
        .method("add", "c", 7)
        .method("add", "d", 5)
        .method("add", "e", 8)
        .method("best"),
        [None, None, None, "d", "a", ["b", "e", "c"]],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Step by step, with many equal scores",
        "Shortlist",
        additions,
        [(1, 1, 1), (3, 1, 1), (5, 2, 2), (8, 3, 1), (30, 4, 3), (60, 60, 2), (150, 20, 6)],
        model=Sorted,
    ),
    checks.sequence(
        "Step by step, with scores of every size",
        "Shortlist",
        additions,
        [(2, 1, 10**9), (20, 5, 10**9), (40, 9, 1, 10**9 - 1), (40, 9, 1, 1 - 10**9), (150, 30, 10**9)],
        model=Sorted,
    ),
    checks.property(
        "Everything added is on the list or was dropped, once",
        "Shortlist",
        monotone,
        [(2, 3, 1), (2, 3, -1), (3, 9, 0), (20, 150, 7), (150, 20, 1), (50, 150, -2)],
        holds=first_or_last,
    ),
    checks.growth(
        "20,000 additions to a list of 10,000",
        "Shortlist",
        [steady(10_000, 20_000), late_rise(10_000, 20_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.error(
        "A k below 1 raises ValueError",
        [checks.call("Shortlist", k) for k in (0, -1, -50)],
    ),
    checks.oracle(
        "Names that are nearly alike, one after the other",
        "Shortlist",
        [
            checks.Call(
                "Shortlist",
                (2,),
                {},
                (
                    *(("add", (name, score)) for score, name in enumerate(checks.names("run", 22))),
                    *(("add", (name, 0)) for name in ("", "b", "")),
                    ("best", ()),
                ),
            )
        ],
        same=checks.exactly(),
    ),
]
