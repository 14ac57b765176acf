from sharpen import checks


class Plain:
    """A list of all leases, searched anew."""

    def __init__(self, lease):
        if lease < 1:
            raise ValueError
        self.lease, self.waiting, self.leases = lease, [], []

    def add(self, item):
        self.waiting.append(item)

    def take(self, worker, time):
        ended = [one for one in self.leases if time - one[2] >= self.lease]
        if ended:
            self.leases.remove(ended[0])
            item = ended[0][1]
        elif self.waiting:
            item = self.waiting.pop(0)
        else:
            return None
        self.leases.append((worker, item, time))
        return item

    def renew(self, worker, item, time):
        if not self.finish(worker, item, time):
            return False
        self.leases.append((worker, item, time))
        return True

    def finish(self, worker, item, time):
        for one in self.leases:
            if one[:2] == (worker, item) and time - one[2] < self.lease:
                self.leases.remove(one)
                return True
        return False


def days(rng, size):
    """Labelers who take, renew and finish, mostly what they have, now and then what they never had or have lost."""
    length, workers, lease, pause = size
    queue, time, out, count, taken = Plain(lease), 0, [], 0, []
    people, items = checks.names("w", workers), checks.names("item", length)
    for _ in range(length):
        time += int(rng.integers(0, pause + 1))
        worker, turn = people[rng.integers(workers)], rng.random()
        if turn < 0.25:
            step, count = ("add", items[count]), count + 1
        elif turn < 0.6 or not out:
            step = ("take", worker, time)
        else:
            holder, item = out[rng.integers(max(0, len(out) - 4), len(out))]
            who = holder if rng.random() < 0.8 else worker
            step = ("renew" if turn < 0.8 else "finish", who, item, time)
        answer = getattr(queue, step[0])(*step[1:])
        if step[0] == "take" and answer is not None:
            out.append((worker, answer))
        taken.append(step)
    return (lease,), taken


def odd_names(rng, size):
    """The empty string and long ones, late in time, with a lease that is very long."""
    length, lease = size
    names = ["", " ", "a", "A", "0", "x" * 40, "None"][:length]
    start = 10**9 - lease
    taken = [("take", "", 0), ("add", "first"), ("take", "", 0), ("finish", "", "first", 0)]
    taken += [("add", "second"), ("take", "", 1), ("finish", "", "second", 1)]
    taken += [*[("add", name) for name in names], ("renew", "", "", 1)]
    taken += [("take", names[::-1][place], start - 1 + place // 3) for place in range(len(names))]
    for place, name in enumerate(names):
        who = names[::-1][place]
        taken.append((["renew", "finish"][int(rng.integers(2))], who, name, 10**9 - 1))
    return (lease,), [*taken, *[("take", "x" * 40, 10**9)] * 3, ("finish", "x" * 40, "", 10**9)]


def within_a_second(rng, size):
    """All items are taken in one second, and some renewed in it; when all leases have ended, they are taken again."""
    count, renewals, lease = size
    items = checks.names("item", count)
    taken = [("add", item) for item in items] + [("take", "w", 7)] * count
    taken += [("renew", "w", items[at], 7) for at in rng.integers(0, count, renewals)]
    return (lease,), taken + [("take", "v", 7 + lease)] * count


def asked(lease, steps):
    return checks.Call("LabelingQueue", (lease,), {}, tuple((name, tuple(args)) for name, *args in steps))


def crowd(count, renewed):
    """All items are out, so that some workers get none; most are renewed, lost, and finished by another worker."""
    items = [f"item {number}" for number in range(count)]
    late = items[:-renewed:-1]
    taken = [("add", item) for item in items] + [("take", "w", 0)] * count
    taken += [("renew", "w", item, 1) for item in late]
    taken += [("take", "idle", 2)] * (count // 3)
    taken += [(kind, "idle", item, 2) for kind in ("renew", "finish") for item in items[: count // 3]]
    taken += [("take", "v", 50)] * count + [("finish", "v", item, 51) for item in late]
    return asked(49, taken)


def handed_out(got, lease):
    answers = [answer for answer in got if isinstance(answer, str)]
    for at, answer in enumerate(answers):
        if answer in answers[:at]:
            return f"{answer!r} was handed out twice, though its first lease still runs"
    return None if len(answers) == 5 else f"5 items were added and asked for, and {len(answers)} were handed out"


def nobody_is_late(rng, size):
    """Five items, taken in turn, each renewed all the time."""
    lease = size
    taken = [("add", f"item {number}") for number in range(5)]
    for time in range(5 + lease):
        taken.append(("take", f"w{time}", time))
        taken += [("renew", f"w{number}", f"item {number}", time) for number in range(min(5, time + 1))]
    return asked(lease, taken)


CHECKS = [
    checks.example(
        "The example in the statement",
        asked(
            10,
            [
                ("add", "cat.png"),
                ("add", "dog.png"),
                ("take", "ann", 0),
                ("take", "bob", 2),
                ("renew", "bob", "dog.png", 5),
                ("take", "bob", 10),
                ("finish", "ann", "cat.png", 11),
                ("finish", "bob", "cat.png", 11),
            ],
        ),
        [None, None, "cat.png", "dog.png", True, "cat.png", False, True],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Labelers who come and go",
        "LabelingQueue",
        days,
        [
            (3, 1, 1, 1),
            (8, 1, 2, 1),
            (12, 2, 3, 1),
            (30, 2, 4, 2),
            (60, 3, 5, 1),
            (150, 3, 8, 1),
            (250, 5, 30, 3),
            (250, 2, 3, 2),
            (250, 4, 100, 1),
        ],
        model=Plain,
    ),
    checks.sequence(
        "Odd names and large numbers",
        "LabelingQueue",
        odd_names,
        [(1, 1), (2, 3), (7, 1), (7, 2), (7, 10**6)],
        model=Plain,
    ),
    checks.sequence(
        "Of leases that end in one second, the order of the calls counts",
        "LabelingQueue",
        within_a_second,
        [(2, 1, 1), (3, 2, 4), (6, 9, 2)],
        model=Plain,
    ),
    checks.property(
        "What is renewed in time stays where it is",
        "LabelingQueue",
        nobody_is_late,
        [2, 3, 6, 20],
        holds=handed_out,
    ),
    checks.growth(
        "20,000 items are out at once",
        "LabelingQueue",
        [crowd(20_000, 19_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.error(
        "A lease of less than a second raises ValueError",
        [checks.call("LabelingQueue", lease) for lease in (0, -1)],
    ),
    checks.oracle(
        "Names that are one once they are joined or cut",
        "LabelingQueue",
        [
            asked(
                9,
                [
                    *(("add", item) for item in ("b", f"{mark}b", f"b{mark}")),
                    *(("take", f"a{mark}", 0) for _ in range(2)),
                    ("renew", "a", f"{mark}b", 1),
                    ("renew", f"a{mark}", "b", 1),
                    ("finish", "a", f"{mark}b", 2),
                    ("finish", "a", "b", 2),
                    ("finish", f"a{mark}", "b", 2),
                    ("renew", f"a{mark}", f"{mark}b", 3),
                    ("take", "a", 4),
                    ("finish", f"a{mark}", f"b{mark}", 4),
                    ("finish", "a", "b", 4),
                    ("finish", "a", f"b{mark}", 4),
                ],
            )
            for mark in " ,|/$#*.\0\néŁ"
        ],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Leases of a second from the first second to the last",
        "LabelingQueue",
        [
            asked(
                1, [("add", "i"), ("take", "a", 0), ("renew", "a", "i", 0), ("take", "b", 1), ("renew", "b", "i", 2)]
            ),
            asked(5, [("add", "i"), ("take", "a", 10**9 - 5), ("renew", "a", "i", 10**9), ("finish", "a", "i", 10**9)]),
            asked(5, [("add", "i"), ("take", "a", 10**9 - 5), ("finish", "a", "i", 10**9), ("take", "b", 10**9)]),
        ],
        same=checks.exactly(),
    ),
]
