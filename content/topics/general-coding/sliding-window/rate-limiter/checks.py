from sharpen import checks


class Plain:
    """Every accepted request, kept for ever and counted anew."""

    def __init__(self, limit, window):
        self.limit, self.window, self.accepted, self.now = limit, window, [], 0

    def allow(self, client, time):
        count = sum(who == client and time - at < self.window for at, who in self.accepted)
        if count < self.limit:
            self.accepted.append((time, client))
        self.now = time
        return count < self.limit

    def __len__(self):
        return len({who for at, who in self.accepted if self.now - at < self.window})


def arrivals(rng, size):
    """Requests of a few clients, close enough to the limit that many are refused."""
    count, clients, limit, window, pause = size
    time = 0
    requests = []
    for _ in range(count):
        time += int(rng.integers(0, pause + 1))
        requests.append(("allow", f"client {rng.integers(clients)}", time))
        requests += [("__len__",)] * int(rng.integers(2))
    return (limit, window), requests


def at_once(rng, size):
    """Clients of any kind that ask at the same few moments, late in time."""
    count, limit, window = size
    names = [0, "0", (0,), None, "ann", frozenset({0}), -1, -2]
    times = sorted(int(10**9 - 40 + window * rng.integers(0, 4) / 2) for _ in range(count))
    return (limit, window), [("allow", names[rng.integers(len(names))], time) for time in times]


def asked(limit, window, requests):
    call = checks.call("RateLimiter", limit, window)
    return checks.Call(call.entry, call.args, {}, tuple(("allow", request) for request in requests))


def all_accepted(got, *_):
    return None if all(answer is True for answer in got) else "a request was refused, though none of its client counts"


FULL = [("ann", time) for time in range(20_000)] + [("ann", 20_000 + time // 8) for time in range(8_000)]
PAUSE = [(number, 0) for number in range(6000)] + [("ann", 0), ("ann", 10**6)]
PASSING = [(number, 2 * number) for number in range(30_000)]


def accepts(*expected):
    """That these were the answers to the requests of one of the cases, which differ in their number."""

    def holds(got, *_):
        wanted = next((answers for answers in expected if len(answers) == len(got)), expected[0])
        wrong = [place for place, (answer, right) in enumerate(zip(got, wanted, strict=False)) if answer is not right]
        return f"request {wrong[0] + 1} was answered {got[wrong[0]]}, not {wanted[wrong[0]]}" if wrong else None

    return holds


CHECKS = [
    checks.example(
        "The example in the statement",
        asked(2, 10, [("ann", 3), ("ann", 9), ("ann", 12), ("ann", 13), ("bob", 13)]),
        [True, True, False, True, True],
        same=checks.exactly(),
    ),
    checks.sequence(
        "One client",
        "RateLimiter",
        arrivals,
        [(1, 1, 1, 1, 1), (2, 1, 1, 3, 2), (4, 1, 1, 2, 1), (6, 1, 2, 5, 3), (12, 1, 3, 4, 2), (60, 1, 5, 20, 4)],
        model=Plain,
    ),
    checks.sequence(
        "Several clients",
        "RateLimiter",
        arrivals,
        [(4, 2, 1, 3, 1), (10, 3, 2, 6, 1), (60, 3, 2, 10, 3), (150, 5, 4, 9, 1), (200, 2, 1, 1, 1)],
        model=Plain,
    ),
    checks.sequence(
        "Clients of any hashable kind, many at one moment, late in time",
        "RateLimiter",
        at_once,
        [(3, 1, 2), (20, 1, 4), (60, 3, 8), (60, 2, 1)],
        model=Plain,
    ),
    checks.growth(
        "A call takes the same time with a large limit",
        "RateLimiter",
        [asked(20_000, 20_000, FULL)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "A large limit and many clients",
        "RateLimiter",
        [asked(20_000, 10**6, [(number % 4000, number) for number in range(6000)])],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "After a long pause nothing counts, however much did",
        "RateLimiter",
        [asked(1, 10**6, PAUSE[-2:]), asked(1, 10**6, PAUSE)],
        holds=all_accepted,
    ),
    checks.memory(
        "Clients that no longer count are forgotten",
        asked(3, 60, PASSING),
        limit=19,
        holds=all_accepted,
    ),
    checks.error(
        "A limit or a window below 1 raises ValueError",
        [checks.call("RateLimiter", *sizes) for sizes in ((0, 1), (1, 0), (-1, 10), (10, -5), (0, 0))],
    ),
    checks.property(
        "The longest window, the latest second, and clients that are equal and are written in two ways",
        "RateLimiter",
        [
            asked(1, 1, [("a", 10**9 - 1), ("a", 10**9)]),
            asked(1, 10**6, [("a", 0), ("a", 999_999), ("a", 10**6), ("a", 10**9 - 1), ("a", 10**9)]),
            asked(
                1, 10, [(client, 5) for client in (1, True, 1.0, "1", (1, 2), (1.0, 2), "(1, 2)", 0, None, "", False)]
            ),
        ],
        holds=accepts(
            [True, True],
            [True, False, True, True, False],
            [True, False, False, True, True, False, True, True, True, True, False],
        ),
    ),
]
