from sharpen import checks


class Plain:
    """The kept transitions in a list, oldest first."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.kept, self.added = capacity, [], 0

    def add(self, priority):
        self.kept = [*self.kept, [self.added, priority]][-self.capacity :]
        self.added += 1
        return self.added - 1

    def update(self, number, priority):
        for one in self.kept:
            if one[0] == number:
                one[1] = priority
                return True
        return False

    def total(self):
        return sum(priority for _, priority in self.kept)

    def find(self, x):
        if x >= 0:
            for number, priority in self.kept:
                if x < priority:
                    return number
                x -= priority
        raise IndexError


def learning(rng, size):
    """Adding, updating and finding in turn, at the ends of the line and of transitions too."""
    length, capacity, largest = size
    buffer, taken = Plain(capacity), []
    for _ in range(length):
        turn = rng.random()
        priority = int(rng.integers(0, largest + 1)) * int(rng.random() < 0.8)
        if turn < 0.35:
            step = ("add", priority)
        elif turn < 0.55:
            step = ("update", int(rng.integers(buffer.added - capacity - 2, buffer.added + 2)), priority)
        elif turn < 0.65:
            step = ("total",)
        else:
            step = ("find", point(rng, buffer))
        if step[0] in ("add", "update"):
            getattr(buffer, step[0])(*step[1:])
        taken.append(step)
    return (capacity,), taken


def point(rng, buffer):
    """A point of the line, or one just outside of it."""
    if not buffer.kept or rng.random() < 0.1:
        return int(rng.choice([-1, buffer.total(), buffer.total() + 1]))
    at = int(rng.integers(0, len(buffer.kept) + 1))
    start = sum(priority for _, priority in buffer.kept[:at])
    near = start - int(rng.integers(0, 2)) if rng.random() < 0.6 else int(rng.integers(0, buffer.total() + 1))
    return max(0, near)


def asked(capacity, steps):
    return checks.Call("ReplayBuffer", (capacity,), {}, tuple((name, tuple(args)) for name, *args in steps))


def large_numbers(rng, size):
    """Priorities of a billion and nothing, and numbers that are far from any."""
    length, capacity = size
    priorities = [int(one) for one in rng.choice([0, 0, 1, 10**9], length)]
    total = sum(priorities[-capacity:])
    taken = [("total",), ("find", 0), *[("add", one) for one in priorities], ("total",)]
    taken += [("find", x) for x in (-1, -(10**9), 0, 1, 10**9 - 1, 10**9, total - 1, total, 10**20)]
    return (capacity,), [*taken, ("update", 10**6, 5), ("update", -1, 5), ("update", 10**20, 1), ("total",)]


def lengths(got, capacity):
    """Every point of the line was asked for: the transitions come in order, each as many times as its priority says."""
    priorities = WIDTHS[capacity]
    found = got[len(priorities) :]
    first = len(priorities) - min(capacity, len(priorities))
    wanted = [number for number in range(first, len(priorities)) for _ in range(priorities[number])]
    if len(found) != len(wanted):
        return f"expected {len(wanted)} answers of find, got {len(found)}"
    for x, (one, other) in enumerate(zip(found, wanted, strict=True)):
        if one != other:
            start = wanted.index(other)
            return f"find({x}) is {one}, but {other} covers {start} <= x < {start + wanted.count(other)}"
    return None


WIDTHS = {
    capacity: [number * 7 % 5 for number in range(count)] for capacity, count in ((1, 4), (5, 4), (6, 16), (100, 333))
}
LINES = [
    asked(
        capacity,
        [*[("add", one) for one in widths], *[("find", x) for x in range(sum(widths[-capacity:]))]],
    )
    for capacity, widths in WIDTHS.items()
]


def busy(count, turns, looks):
    """A full buffer, of which one priority is changed before each search; then dropped ones, and its total, often."""
    over = count // 10
    taken = [("add", number % 11) for number in range(count + over)]
    for turn in range(turns):
        taken.append(("update", over + turn * 7919 % count, turn % 13))
        taken.append(("find", turn * 104729 % (4 * count)))
    taken += [("update", number % over, 5) for number in range(looks // 8)]
    return asked(count, taken + [("total",)] * looks)


CHECKS = [
    checks.example(
        "The example in the statement",
        asked(
            3,
            [
                *[("add", one) for one in (4, 1, 3, 5)],
                ("total",),
                *[("find", x) for x in (0, 1, 3, 4, 8)],
                ("update", 2, 0),
                ("update", 0, 7),
                ("find", 1),
            ],
        ),
        [0, 1, 2, 3, 9, 1, 2, 2, 3, 3, True, False, 3],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Adding, updating and finding in turn",
        "ReplayBuffer",
        learning,
        [
            (3, 1, 3),
            (8, 1, 3),
            (10, 2, 2),
            (30, 3, 3),
            (60, 4, 5),
            (150, 5, 9),
            (250, 8, 3),
            (250, 13, 10**6),
            (250, 70, 4),
        ],
        model=Plain,
    ),
    checks.sequence(
        "Large numbers, zeros, and points off the line",
        "ReplayBuffer",
        large_numbers,
        [(0, 1), (1, 1), (4, 3), (5, 8), (9, 1000), (200, 100)],
        model=Plain,
    ),
    checks.property("Each transition is found at every point that it covers", "ReplayBuffer", LINES, holds=lengths),
    checks.growth(
        "A full buffer, searched and asked for its total",
        "ReplayBuffer",
        [busy(30_000, 6_000, 24_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.error(
        "A capacity below 1 raises ValueError",
        [checks.call("ReplayBuffer", capacity) for capacity in (0, -1)],
    ),
    checks.error(
        "A point off the line raises IndexError",
        [
            checks.call("ReplayBuffer", 2).method("add", 3).method("find", 3),
            checks.call("ReplayBuffer", 2).method("add", 3).method("find", -1),
            checks.call("ReplayBuffer", 2).method("find", 0),
        ],
        IndexError,
    ),
    checks.oracle(
        "The point right behind the largest priority",
        "ReplayBuffer",
        [asked(2, [("add", 10**9), ("add", 5), ("find", 10**9 - 1), ("find", 10**9)])],
        same=checks.exactly(),
    ),
    checks.property(
        "12,000 of the largest priorities",
        "ReplayBuffer",
        [asked(100_000, [*[("add", 10**9)] * 12_000, ("total",), ("find", 12 * 10**12 - 1), ("find", 2**42)])],
        holds=lambda got, *_: (
            None
            if list(got[-3:]) == [12 * 10**12, 11_999, 4_398]
            else f"total(), find({12 * 10**12 - 1}) and find({2**42}) gave {list(got[-3:])}, "
            f"not {[12 * 10**12, 11_999, 4_398]}"
        ),
    ),
]
