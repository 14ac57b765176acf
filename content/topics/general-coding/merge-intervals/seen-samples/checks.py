import numpy as np

from sharpen import checks


class Pieces:
    """Separate pieces in any order: whatever lies in a range is cut out of each of them, and then put in as one."""

    def __init__(self):
        self.pieces = []

    def _cut(self, start, stop):
        if stop <= start:
            raise ValueError("an empty range")
        before, self.pieces = self.pieces, []
        for one, other in before:
            left, right = (one, min(other, start)), (max(one, stop), other)
            self.pieces += [piece for piece in (left, right) if piece[0] < piece[1]]
        return sum(other - one for one, other in before) - sum(other - one for one, other in self.pieces)

    def add(self, start, stop):
        known = self._cut(start, stop)
        self.pieces.append((start, stop))
        return stop - start - known

    def forget(self, start, stop):
        return self._cut(start, stop)

    def next_unseen(self, position):
        for one, other in sorted(self.pieces):
            if one <= position < other:
                position = other
        return position


def books(rng, size):
    """Ranges of a small world, half of them taken back, with a question after each."""
    count, span, longest, forgets = size
    steps = []
    for _ in range(count):
        start = int(rng.integers(span))
        stop = start + int(rng.integers(0 if rng.random() < 0.1 else 1, longest + 1))
        steps.append(("forget" if rng.random() < forgets else "add", start, stop))
        steps.append(("next_unseen", int(rng.integers(span + 1))))
    return (), steps


def far(rng, size):
    """Ends at a few moments far apart, so that they meet."""
    marks = sorted({0, 10**12, *(10**12 // 64 * rng.integers(0, 64, 9)).tolist()})
    steps = []
    for _ in range(size):
        start, stop = sorted(rng.integers(0, len(marks), 2).tolist())
        steps.append((("add", "forget")[int(rng.random() < 0.4)], marks[start], marks[stop]))
        steps.append(("next_unseen", marks[rng.integers(len(marks))]))
    return (), steps


def asked(steps):
    return checks.Call("Seen", (), {}, tuple((step[0], tuple(step[1:])) for step in steps))


def scattered(rng, count):
    """Many short ranges in any order, a hole in each, all of it filled piece by piece, with questions at last."""
    order = (100 * rng.permutation(count)).tolist()
    steps = [("add", at, at + 60) for at in order]
    steps += [("forget", at + 20, at + 30) for at in order]
    steps += [("add", at + 60, at + 100) for at in order]
    steps += [("add", at + 20, at + 30) for at in order]
    steps += [("next_unseen", at + 40) for at in order]
    return asked([*steps, ("forget", 5, 10**12), ("next_unseen", 0)])


def counts_agree(got, *_):
    """New samples less those taken back: the last calls find what the others left."""
    answers = [answer for answer in got if answer is not None]
    return (
        None
        if answers == [10, 5, 985, 3, 3, 0, 1000]
        else f"the answers are [10, 5, 985, 3, 3, 0, 1000], not {answers}"
    )


TOLD = [
    ("add", 0, 10),
    ("add", 10, 15),
    ("add", 0, 1000),
    ("forget", 5, 8),
    ("add", 4, 9),
    ("add", 5, 8),
    ("forget", 0, 2000),
]

# Many ranges, and then as many questions about them as the calls allow.
FULL = [("add", 10 * at, 10 * at + 5) for at in range(6000)]
FULL += [("next_unseen", 10 * (at * 7919 % 6000) + at % 10) for at in range(24_000)]

CHECKS = [
    checks.example(
        "The example in the statement",
        asked(
            [
                ("add", 10, 20),
                ("add", 5, 15),
                ("next_unseen", 7),
                ("forget", 8, 12),
                ("next_unseen", 7),
                ("add", 0, 30),
            ]
        ),
        [10, 5, 20, 4, 8, 19],
    ),
    checks.sequence(
        "Reported only",
        "Seen",
        books,
        [(1, 3, 2, 0), (2, 5, 3, 0), (4, 8, 3, 0), (12, 20, 4, 0), (60, 200, 9, 0)],
        model=Pieces,
    ),
    checks.sequence(
        "Reported and taken back",
        "Seen",
        books,
        [(2, 4, 4, 0.5), (4, 6, 4, 0.5), (10, 12, 5, 0.5), (60, 40, 8, 0.4), (120, 300, 20, 0.3), (120, 20, 3, 0.5)],
        model=Pieces,
    ),
    checks.sequence("Ranges of up to a trillion", "Seen", far, [3, 10, 60, 100], model=Pieces),
    checks.property("What was added is what is forgotten", "Seen", [asked(TOLD)], holds=counts_agree),
    checks.error(
        "A range without a sample raises ValueError",
        [
            asked([("add", 5, 5)]),
            asked([("forget", 5, 5)]),
            asked([("add", 0, 9), ("add", 5, 4)]),
            asked([("add", 0, 9), ("forget", 7, 0)]),
        ],
    ),
    checks.growth(
        "Thousands of ranges, and many questions",
        "Seen",
        [scattered(np.random.default_rng(5), 5000), asked(FULL)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "10,000 ranges of one sample, taken back at once",
        "Seen",
        [
            asked(
                [
                    *(("add", 10**12 - 2 * number - 1, 10**12 - 2 * number) for number in range(10_000)),
                    ("forget", 0, 10**12),
                ]
            )
        ],
        holds=lambda got, *_: None if got[-1] == 10_000 else f"forget(0, 10**12) gave {got[-1]}, not 10000",
    ),
]
