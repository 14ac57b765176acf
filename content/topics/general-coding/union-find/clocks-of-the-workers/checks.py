from sharpen import checks


class Plain:
    """All that was taken in, and a search for each question."""

    def __init__(self):
        self.known = []

    def around(self, worker):
        away = {worker: 0}
        queue = [worker]
        for here in queue:
            for one, other, ahead in self.known:
                for near, far, more in ((other, one, ahead), (one, other, -ahead)):
                    if near == here and far not in away:
                        away[far] = away[here] + more
                        queue.append(far)
        return away

    def measure(self, one, other, ahead):
        known = self.around(other).get(one)
        if known is None:
            self.known.append((one, other, ahead))
        return known is None or known == ahead

    def ahead(self, one, other):
        return self.around(other).get(one)

    def spread(self, worker):
        away = self.around(worker).values()
        return max(away) - min(away)


def calls(rng, size):
    """Calls about a few workers, whose names are nearly alike; about half of all repeated measurements are true."""
    count, workers, most = size
    names = checks.names("w", workers)
    place = rng.integers(-most, most + 1, workers).tolist()
    steps = []
    for _ in range(count):
        one, other = rng.integers(0, workers, 2).tolist()
        kind = rng.random()
        if kind < 0.5:
            wrong = int(rng.integers(-2, 3)) if rng.random() < 0.4 else 0
            steps.append(("measure", names[one], names[other], place[one] - place[other] + wrong))
        else:
            steps.append(("ahead", names[one], names[other]) if kind < 0.8 else ("spread", names[one]))
    return (), steps


def at_the_ends(rng, size):
    """Differences of a billion, all in one direction, and long names."""
    (count,) = size
    names = [f"worker-{number:05}" for number in rng.permutation(count)]
    steps = [("measure", one, other, 10**9) for one, other in zip(names[1:], names, strict=False)]
    steps += [("measure", names[0], names[-1], sign * 10**9) for sign in (1, -1)]
    return (), [*steps, ("ahead", names[-1], names[0]), ("ahead", names[0], names[-1]), ("spread", names[count // 2])]


def asked(steps):
    return checks.Call("Clocks", (), {}, tuple((name, tuple(args)) for name, *args in steps))


def from_the_middle(count, forward):
    """A row of workers, measured from its middle to either end, and at each step questions about the middle."""
    middle = count // 2
    steps = []
    for away in range(middle):
        for new, old in ((middle - away - 1, middle - away), (middle + away + 1, middle + away)):
            one, other = (new, old) if forward else (old, new)
            steps.append(("measure", f"w{one}", f"w{other}", one - other))
        steps += [("ahead", f"w{middle + away + 1}", f"w{middle}"), ("spread", f"w{middle}")]
    return asked([*steps, ("spread", "w1")])


def row(count, share=0.75):
    """A row of which this share is measured in one direction, and the rest in the other; then a few questions."""
    ends = [(at, at + 1) if at < share * count else (at + 1, at) for at in range(count - 1)]
    steps = [("measure", f"w{one}", f"w{other}", one - other) for one, other in ends]
    asks = [("ahead", f"w{count - 1}", f"w{at}") for at in (0, 1, count // 3, count - 2)]
    return asked([*steps, *asks, ("spread", "w0")])


def asked_again_and_again(count, times):
    """A group of so many workers, and then questions about two of them or a stranger, and what contradicts it."""
    steps = [("measure", f"w{at}", "w0", at) for at in range(1, count)]
    for time in range(times):
        steps += [("spread", f"w{time % count}"), ("ahead", f"w{-time % count}", f"w{time % count}")]
        if time % 4 == 0:
            steps += [("ahead", f"w{time % count}", f"x{time}"), ("measure", "w0", f"w{time % count}", count)]
    return asked(steps)


CHECKS = [
    checks.example(
        "The example in the statement",
        asked(
            [
                ("measure", "a", "b", 40),
                ("measure", "c", "b", 70),
                ("ahead", "c", "a"),
                ("measure", "c", "a", 31),
                ("ahead", "a", "d"),
                ("spread", "a"),
            ]
        ),
        [True, True, 30, False, None, 70],
    ),
    checks.sequence(
        "Like a search for each question",
        "Clocks",
        calls,
        [(1, 2, 5), (3, 2, 5), (6, 3, 5), (12, 4, 9), (25, 6, 9), (60, 12, 50), (120, 30, 50)],
        model=Plain,
    ),
    checks.sequence("Differences of a billion", "Clocks", at_the_ends, [(2,), (3,), (8,), (40,)], model=Plain),
    checks.oracle(
        "Workers never mentioned, and workers measured against themselves",
        "Clocks",
        [
            asked([("ahead", "new", "new")]),
            asked([("spread", "new"), ("ahead", "old", "new"), ("ahead", "new", "new")]),
            asked([("measure", "a", "a", 5), ("ahead", "a", "a"), ("measure", "a", "a", 0), ("spread", "a")]),
        ],
        same=checks.exactly(),
    ),
    checks.property(
        "A row of 401 is as long as its parts",
        "Clocks",
        [from_the_middle(401, True), from_the_middle(401, False), row(401)],
        holds=lambda got, *_: None if got[-1] == 400 else f"the last clock is 400 ahead of the first, not {got[-1]}",
    ),
    checks.growth("A row of 10,000 workers", "Clocks", [row(10_000)], factor=30, same=checks.exactly()),
    checks.growth(
        "A chain of 10,000 measurements, all in one direction",
        "Clocks",
        [row(10_001, share) for share in (0, 1)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "A row that grows at both ends, with questions at each step",
        "Clocks",
        [from_the_middle(8001, False)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "10,000 questions about a group of 10,000",
        "Clocks",
        [asked_again_and_again(10_000, 10_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "Names that are one once they are joined or cut",
        "Clocks",
        [
            asked(
                [
                    ("measure", f"a{mark}", "b", 5),
                    ("ahead", f"a{mark}", "b"),
                    ("ahead", "a", f"{mark}b"),
                    ("measure", "a", f"{mark}b", 7),
                    ("spread", f"a{mark}"),
                    ("spread", "a"),
                    ("ahead", f"a{mark}", "a"),
                ]
            )
            for mark in " ,|/$#*.\0\n:;-_éŁ"
        ],
        holds=lambda got, *_: (
            None
            if list(got) == [True, 5, None, True, 5, 7, None]
            else f"the answers are {list(got)}, not {[True, 5, None, True, 5, 7, None]}"
        ),
    ),
    checks.property(
        "6,000 measurements of a billion milliseconds",
        "Clocks",
        [
            asked(
                [
                    *(("measure", f"w{number}", f"w{number + 1}", 10**9) for number in range(6000)),
                    ("spread", "w3000"),
                    ("ahead", "w6000", "w0"),
                ]
            )
        ],
        holds=lambda got, *_: (
            None
            if list(got[-2:]) == [6 * 10**12, -6 * 10**12]
            else f"spread and ahead gave {list(got[-2:])}, not {[6 * 10**12, -6 * 10**12]}"
        ),
    ),
]
