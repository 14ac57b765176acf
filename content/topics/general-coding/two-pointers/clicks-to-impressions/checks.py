from itertools import combinations_with_replacement

from sharpen import checks


def matching(shown, clicked, window):
    """A largest matching, by augmenting paths."""
    of = {}

    def matched(click, tried):
        for number, time in enumerate(shown):
            if number not in tried and 0 <= clicked[click] - time <= window:
                tried.add(number)
                if number not in of or matched(of[number], tried):
                    of[number] = click
                    return True
        return False

    return sum(matched(click, set()) for click in range(len(clicked)))


TIMES = [list(times) for length in range(4) for times in combinations_with_replacement(range(4), length)]
SMALL = [(shown, clicked, window) for shown in TIMES for clicked in TIMES for window in range(3)]


def logs(rng, size):
    n, m, span, window = size
    return sorted(rng.integers(0, span, n).tolist()), sorted(rng.integers(0, span, m).tolist()), window


def late_clicks(rng, size):
    """Clicks behind a long list of impressions that have expired or are used."""
    n, m = size
    shown = sorted(rng.integers(0, 10**6, n - m).tolist() + rng.integers(9 * 10**8, 10**9, m).tolist())
    return shown, sorted(rng.integers(9 * 10**8, 10**9, m).tolist()), 10**6


def a_possible_number(got, shown, clicked, window):
    """Not more than can be, looked at from each side alone."""
    few = min(len(shown), len(clicked))
    if not 0 <= got <= few:
        return f"{len(shown)} impressions and {len(clicked)} clicks make at most {few} pairs, not {got}"
    if clicked and shown and window >= clicked[-1] - shown[0] and shown[-1] <= clicked[0] and got != few:
        return f"every click can go with every impression, which makes {few} pairs, not {got}"
    return None


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("attributed", [1, 4, 18], [5, 6, 20, 21], 4),
        3,
    ),
    checks.exhaustive("Up to three impressions and clicks at four moments", "attributed", SMALL, expected=matching),
    checks.oracle(
        "Random logs",
        "attributed",
        logs,
        [
            (1, 1, 3, 1),
            (5, 5, 8, 2),
            (12, 3, 10, 1),
            (3, 12, 10, 4),
            (30, 30, 60, 3),
            (40, 40, 10, 0),
            (40, 40, 400, 9),
        ],
        expected=matching,
        same=checks.exactly(),
    ),
    checks.property(
        "No more pairs than there can be",
        "attributed",
        logs,
        [(1, 4, 2, 5), (60, 60, 9, 2), (300, 20, 1000, 30), (50, 80, 1, 0)],
        holds=a_possible_number,
    ),
    checks.oracle(
        "Empty logs, one moment, the ends of the window",
        "attributed",
        [
            ([], [], 3),
            ([], [4, 5], 3),
            ([4, 5], [], 3),
            ([0] * 500, [10**6] * 400, 10**6),
            ([0] * 500, [10**6] * 400, 10**6 - 1),
            ([10**9] * 3, [10**9] * 2, 0),
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The lists are not changed", "attributed", logs, [(5, 5, 8, 2), (30, 30, 60, 3)]),
    checks.growth(
        "50,000 impressions, most of which have expired",
        "attributed",
        late_clicks,
        [(50_000, 15_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.growth(
        "50,000 of each",
        "attributed",
        logs,
        [(50_000, 50_000, 200_000, 200_000)],
        factor=30,
        same=checks.exactly(),
    ),
]
