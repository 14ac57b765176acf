from sharpen import checks


class Plain:
    """The readings in a list, added up anew."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.readings = capacity, []

    def add(self, value):
        self.readings = [*self.readings, value][-self.capacity :]

    def drop(self):
        return self.readings.pop() if self.readings else None

    def total(self, count):
        if count < 0:
            raise ValueError
        return sum(self.readings[max(0, len(self.readings) - count) :])


def steps_of(rng, size):
    """Adding, dropping and asking in runs, so that the ring is full now and empty then."""
    length, capacity, largest = size
    taken, add = [], True
    for _ in range(length):
        if rng.random() < 0.3:
            taken.append(("total", int(rng.integers(0, capacity + 3))))
            continue
        add = add if rng.random() < 0.7 else not add
        taken.append(("add", int(rng.integers(-largest, largest + 1))) if add else ("drop",))
    return (capacity,), [*taken, ("total", capacity), ("total", 1)]


def extremes(rng, size):
    """Readings and counts at the ends of what they may be, and counts that raise."""
    length, capacity = size
    added = [("add", int(rng.choice([-(10**9), 10**9, 0, 1]))) for _ in range(length)]
    asked = [("total", count) for count in (0, -1, length - 1, 10**6)]
    return (capacity,), [*asked, *added, *asked, ("drop",), ("total", 10**6)]


def asked(capacity, steps):
    return checks.Call("RecentReadings", (capacity,), {}, tuple((name, tuple(args)) for name, *args in steps))


def emptied(rng, size):
    """Readings, the total of all that are kept, and a drop for each of them and one more."""
    length, capacity = size
    added = [("add", int(value)) for value in rng.integers(-(10**9), 10**9, length, endpoint=True)]
    return asked(capacity, [*added, ("total", capacity), *[("drop",)] * (min(length, capacity) + 1)])


def total_is_what_comes_back(got, capacity):
    at = next(place for place, answer in enumerate(got) if answer is not None)
    total, *dropped, last = got[at:]
    if last is not None:
        return f"at most {capacity} readings are kept, but {show_count(len(dropped) + 1)} came back"
    if sum(dropped) != total:
        return f"the total of all was {total}, and the readings that came back sum to {sum(dropped)}"
    return None


def show_count(count):
    return f"{count:,} readings" if count > 1 else "one reading"


FULL = [*(("add", number % 7) for number in range(40_000)), *(("total", 39_000 + number) for number in range(10_000))]
FULL += [("drop",) if number % 2 else ("total", 60_000) for number in range(2_000)] + [("drop",)] * 43_000
LONG = [("total", 9_999) if number % 8 == 7 else ("add", number % 11) for number in range(32_000)]

CHECKS = [
    checks.example(
        "The example in the statement",
        asked(3, [*(("add", value) for value in (5, 1, 7, 9)), ("total", 2), ("total", 3), ("drop",), ("total", 3)]),
        [None, None, None, None, 16, 17, 9, 8],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Adding, taking back and asking in turn",
        "RecentReadings",
        steps_of,
        [(2, 1, 5), (5, 1, 9), (8, 2, 9), (12, 3, 99), (40, 4, 9), (200, 7, 1000), (300, 40, 10**6), (60, 300, 9)],
        model=Plain,
    ),
    checks.sequence(
        "The largest numbers, and counts of any size",
        "RecentReadings",
        extremes,
        [(0, 1), (1, 1), (3, 2), (9, 100_000), (150, 100)],
        model=Plain,
    ),
    checks.growth(
        "Thousands of totals of 40,000 readings",
        "RecentReadings",
        [asked(60_000, FULL)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "28,000 readings, of which 10,000 are kept",
        "RecentReadings",
        [asked(10_000, LONG)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "The total is the sum of what dropping gives back",
        "RecentReadings",
        emptied,
        [(1, 1), (3, 2), (6, 9), (80, 50), (2500, 2000)],
        holds=total_is_what_comes_back,
    ),
    checks.error(
        "A capacity below 1 raises ValueError",
        [checks.call("RecentReadings", capacity) for capacity in (0, -1)],
    ),
    checks.error(
        "A negative count raises ValueError",
        [checks.call("RecentReadings", 3).method("add", 4).method("total", -1)],
    ),
    checks.property(
        "10,000 of the largest readings",
        "RecentReadings",
        [asked(100_000, [*[("add", 10**9)] * 10_000, ("total", 10_000), ("drop",), ("total", 10**6)])],
        holds=lambda got, *_: (
            None
            if list(got[-3:]) == [10**13, 10**9, 9_999 * 10**9]
            else f"total(10000), drop() and total(1000000) gave {list(got[-3:])}, not {[10**13, 10**9, 9_999 * 10**9]}"
        ),
    ),
]
